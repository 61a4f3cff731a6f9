package org.ringback.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.flow.CallMedia;
import org.ringback.flow.CallStream;
import org.ringback.language.Texts;
import org.ringback.media.MediaStream;
import org.ringback.page.Block;
import org.ringback.page.Block.Paragraph;
import org.ringback.page.Block.Subheading;
import org.ringback.page.Block.Table;
import org.ringback.words.MediaTableText;
import org.ringback.words.ShareText;

/**
 * The streams of a call on a page. Their sources (SSRC) are left out: they say nothing to people, and whoever has the original
 * would know the call by them.
 */
final class SharedStreams {

    /** Nobody reads more. */
    private static final int MOST = 100;

    private final Texts texts;
    private final ZoneTimes times;
    private final boolean blurred;

    /** @param blurred whether times are not to be told as exactly as they were measured */
    SharedStreams(Texts texts, ZoneTimes times, boolean blurred) {
        this.texts = texts;
        this.times = times;
        this.blurred = blurred;
    }

    /** Nothing where there are none. */
    List<Block> blocks(List<CallMedia> legs) {
        List<CallStream> streams = streams(legs);
        if (streams.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Subheading(texts.get(ShareText.STREAMS)));
        List<String> headings = new ArrayList<>(List.of(texts.get(MediaTableText.COLUMN_TIME)));
        StreamCells.HEADINGS.forEach(heading -> headings.add(texts.get(heading)));
        blocks.add(new Table(
                headings,
                1 + StreamCells.FIRST_NUMBER,
                streams.stream().limit(MOST).map(this::row).toList()));
        if (streams.size() > MOST) {
            blocks.add(new Paragraph(
                    texts.get(MediaTableText.LEFT_OUT, texts.numbers().count(streams.size() - MOST))));
        }
        blocks.add(new Paragraph(texts.get(MediaTableText.HERE)));
        return blocks;
    }

    /** Each once, though several legs may have it. */
    private static List<CallStream> streams(List<CallMedia> legs) {
        Set<MediaStream> known = Collections.newSetFromMap(new IdentityHashMap<>());
        return legs.stream()
                .flatMap(leg -> leg.streams().stream())
                .filter(stream -> known.add(stream.stream()))
                .sorted(Comparator.comparingLong(
                                (CallStream each) -> each.stream().first().time())
                        .thenComparingLong(each -> each.stream().first().frame()))
                .toList();
    }

    private List<String> row(CallStream stream) {
        long begin = stream.stream().first().time();
        List<String> row = new ArrayList<>();
        row.add(blurred || begin == Captured.NO_TIME ? StreamCells.UNKNOWN : times.clock(begin));
        row.addAll(new StreamCells(texts)
                .of(new MediaReport.Line(stream.stream(), Optional.empty(), Optional.of(stream))));
        return row;
    }
}
