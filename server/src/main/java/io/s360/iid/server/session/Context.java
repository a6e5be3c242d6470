package io.s360.iid.server.session;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has signed in, and for whom.
 *
 * @param legalEntity that the person acts for; null if none is chosen
 * @param language that the person has chosen
 */
public record Context(Person person, @Nullable LegalEntity legalEntity, String language) {

    /** A text in English and Arabic. */
    public record BilingualText(String en, String ar) {}

    /**
     * The signed-in person.
     *
     * @param mobile digits with the country code
     * @param userType how far the identity has been assured
     */
    public record Person(UUID subjectId, BilingualText name, String email, String mobile, String userType) {}

    /** A company or institution. */
    public record LegalEntity(String legalEntityId, String dulNumber, BilingualText name) {}
}
