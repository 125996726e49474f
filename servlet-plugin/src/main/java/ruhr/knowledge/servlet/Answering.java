package ruhr.knowledge.servlet;

/**
 * What an installation has said about its answers.
 *
 * @param basePath where the plugin answers: a path, or the absolute address at which the world reaches it
 * @param frameAncestors who may show its pages in a frame, as in the CSP directive
 * @param cacheTags which headers name what an answer shows
 * @param offersData whether the whole data may be fetched at once, for a mirror
 * @param showsOrigins whether the API says from which document an entry was read
 */
record Answering(
        String basePath, String frameAncestors, CacheTags cacheTags, boolean offersData, boolean showsOrigins) {}
