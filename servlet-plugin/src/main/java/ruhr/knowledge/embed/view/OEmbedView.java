package ruhr.knowledge.embed.view;

/**
 * What a page of somebody else needs to show a page of ours in a frame.
 *
 * @param address the page
 * @param title its title
 * @param width how wide the frame is, in pixels
 * @param height how high the frame is until its content says otherwise, in pixels
 */
public record OEmbedView(String address, String title, int width, int height) {}
