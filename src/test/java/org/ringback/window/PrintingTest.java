package org.ringback.window;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.ringback.window.share.Printing;

/** Where a page ends: never through a line of text. */
class PrintingTest {

    @Test
    void aPageEndsAtTheLastBlankRow() {
        var picture = lines();
        assertThat(Printing.breakBefore(picture, 55, 40)).isEqualTo(49);
    }

    @Test
    void withoutABlankRowThePageIsFull() {
        assertThat(Printing.breakBefore(lines(), 58, 52)).isEqualTo(58);
    }

    @Test
    void theLastPageEndsWhereThePictureDoes() {
        assertThat(Printing.breakBefore(lines(), 130, 90)).isEqualTo(100);
    }

    /** Rows 0 to 9 blank, 10 to 19 with something, and so on. */
    private static WritableImage lines() {
        var picture = new WritableImage(20, 100);
        for (int row = 0; row < 100; row++) {
            for (int column = 0; column < 20; column++) {
                boolean ink = row / 10 % 2 == 1 && column == 7;
                picture.getPixelWriter().setColor(column, row, ink ? Color.BLACK : Color.WHITE);
            }
        }
        return picture;
    }
}
