package org.ringback.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A ladder is as large as the letters around it, and larger or smaller if its reader wants it so. */
class LadderOptionsTest {

    @Test
    void largerLettersMakeALargerLadder() {
        var text = new TextSize(null);
        var options = new LadderOptions(null).growingWith(text.zoomProperty());
        text.larger();
        double letters = text.zoomProperty().get();
        assertThat(letters).isGreaterThan(1);
        assertThat(options.sizeProperty().get()).isEqualTo(letters);

        options.zoomIn();
        assertThat(options.sizeProperty().get())
                .isCloseTo(letters * options.zoomProperty().get(), within(1e-9));

        text.usual();
        options.resetZoom();
        assertThat(options.sizeProperty().get()).isEqualTo(1);
    }
}
