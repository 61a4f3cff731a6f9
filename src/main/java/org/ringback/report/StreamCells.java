package org.ringback.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.ringback.language.Texts;
import org.ringback.media.MediaStream;
import org.ringback.sip.Printable;
import org.ringback.words.MediaTableText;

/** What stands in a row of a table of streams: from where to where, what, how long, and what was measured. */
final class StreamCells {

    static final List<MediaTableText> HEADINGS = List.of(
            MediaTableText.COLUMN_FROM,
            MediaTableText.COLUMN_TO,
            MediaTableText.COLUMN_CODEC,
            MediaTableText.COLUMN_LENGTH,
            MediaTableText.COLUMN_PACKETS,
            MediaTableText.COLUMN_LOST,
            MediaTableText.COLUMN_SHARE,
            MediaTableText.COLUMN_JITTER);

    /** Numbers stand at the right. */
    static final int FIRST_NUMBER = HEADINGS.indexOf(MediaTableText.COLUMN_LENGTH);

    static final String UNKNOWN = "-";

    private static final int LONGEST = 40;

    private final Texts texts;

    StreamCells(Texts texts) {
        this.texts = texts;
    }

    /** In the order of the headings. */
    List<String> of(MediaReport.Line line) {
        MediaStream stream = line.stream();
        return List.of(
                stream.source().text(),
                stream.destination().text(),
                Columns.cut(Printable.of(line.codec()), LONGEST),
                tenths(stream.length() / 1e6),
                texts.numbers().count(stream.packets()),
                texts.numbers().count(stream.loss().lost()),
                texts.numbers().percent(stream.loss().share()),
                stream.pace().clockRate() == 0 ? UNKNOWN : tenths(stream.pace().meanJitter() / 1000));
    }

    private String tenths(double number) {
        return texts.numbers().decimal(BigDecimal.valueOf(number).setScale(1, RoundingMode.HALF_UP));
    }
}
