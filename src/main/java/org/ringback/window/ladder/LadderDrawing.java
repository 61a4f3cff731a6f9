package org.ringback.window.ladder;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.Line;
import org.ringback.ladder.RowPlaces;
import org.ringback.ladder.Span;
import org.ringback.ladder.TimeColumn;
import org.ringback.sip.Printable;
import org.ringback.window.kit.CallWords;
import org.ringback.window.text.WrappedText;
import org.ringback.words.Cells;
import org.ringback.words.LadderWords;

/**
 * A ladder with all that is needed to draw any of its rows.
 *
 * @param spans for each row those that touch it
 * @param places where the rows stand
 */
record LadderDrawing(
        Ladder ladder, LadderWords words, TimeColumn times, LadderPlan plan, List<List<Span>> spans, RowPlaces places) {

    /** How much room the notes need. */
    static LadderPlan.Notes notes(Ladder ladder, LadderWords words) {
        List<String> notes = IntStream.range(0, ladder.lines().size())
                .mapToObj(line -> words.note(ladder, line))
                .toList();
        return new LadderPlan.Notes(
                notes.stream().mapToInt(Cells::width).max().orElse(0),
                notes.stream().noneMatch(WrappedText::needed));
    }

    /** An arrow as a person pastes it: when, from whom to whom, what. */
    String line(int index) {
        Line line = ladder.lines().get(index);
        String hosts = words.heading(ladder.columns().get(line.from())) + " \u2192 "
                + words.heading(ladder.columns().get(line.to()));
        return Stream.of(CallWords.time(line.time(), false), hosts, line.label(), words.detail(line))
                .filter(part -> !part.isEmpty())
                .map(Printable::of)
                .collect(Collectors.joining("  "));
    }

    static LadderDrawing of(Ladder ladder, LadderWords words, TimeColumn times, LadderPlan plan) {
        List<List<Span>> spans = new ArrayList<>();
        ladder.lines().forEach(_ -> spans.add(new ArrayList<>(0)));
        for (Span span : ladder.spans()) {
            for (int row = span.from(); row <= span.to(); row++) {
                spans.get(row).add(span);
            }
        }
        var places = new RowPlaces(ladder, plan.rowHeight(), plan.line(), plan.bandHeight());
        return new LadderDrawing(ladder, words, times, plan, spans, places);
    }
}
