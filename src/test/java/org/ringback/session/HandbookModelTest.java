package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A page opens, in the current language. */
class HandbookModelTest {

    private final Session session = Sessions.fresh();
    private final HandbookModel handbook = session.handbook();

    @Test
    void thePageFollowsTheCodeAndTheLanguage() {
        handbook.open(404);
        String english = handbook.entry().get().definition().gist();
        Sessions.speak(session, "ru");

        assertThat(handbook.entry().get().number()).isEqualTo(404);
        assertThat(handbook.entry().get().definition().gist()).isNotEqualTo(english);
        assertThat(session.openPage()).isEqualTo(handbook.entry().get());
    }
}
