package ruhr.knowledge.widget.view;

import org.jspecify.annotations.Nullable;

/**
 * A contact person.
 *
 * @param name the name, if published
 * @param role what the person is there for
 * @param institution where the person works
 * @param email the mailbox
 * @param phone the number
 * @param phoneLink the number for a telephone
 * @param photo the portrait
 * @param initials what stands in place of a portrait
 * @param example "Example", if the person is invented
 */
public record Person(
        @Nullable String name,
        Words role,
        Words institution,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String phoneLink,
        @Nullable Picture photo,
        String initials,
        @Nullable String example) {}
