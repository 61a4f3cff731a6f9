package org.ringback.words;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ringback.call.Call;
import org.ringback.call.JointCall;
import org.ringback.call.Message;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.Spans;
import org.ringback.ladder.Band;
import org.ringback.ladder.Column;
import org.ringback.ladder.Ladder;
import org.ringback.ladder.Line;
import org.ringback.ladder.Media;
import org.ringback.ladder.NetworkMark;
import org.ringback.ladder.Row;
import org.ringback.ladder.Span;
import org.ringback.ladder.TimeColumn;
import org.ringback.ladder.TimeMode;
import org.ringback.language.Texts;

/** Says in one language what a ladder shows. What protocols and hosts call themselves stays as it is. */
public final class LadderWords {

    private static final TimeColumn SINCE_START =
            new TimeColumn(TimeMode.SINCE_START, Optional.empty(), ZoneOffset.UTC);

    private final Texts texts;
    private final Spans durations;
    private final MediaWords media;
    private final NetworkWords network;

    public LadderWords(Texts texts) {
        this.texts = texts;
        this.durations = new Spans(texts);
        this.media = new MediaWords(texts);
        this.network = new NetworkWords(texts);
    }

    /** What the whole is, for who cannot see it. */
    public String name(Ladder ladder) {
        return texts.get(
                LadderText.NAME,
                texts.numbers().count(ladder.lines().size()),
                texts.numbers().count(ladder.columns().size()));
    }

    /** When a row was, as the language writes decimals. */
    public String time(TimeColumn times, Ladder ladder, int row) {
        String time = times.text(ladder, row);
        int point = time.lastIndexOf('.');
        return point < 0 || !times.counts()
                ? time
                : time.substring(0, time.lastIndexOf(':') + 1) + decimal(time.substring(time.lastIndexOf(':') + 1));
    }

    private String decimal(String seconds) {
        int point = seconds.indexOf('.');
        // Its digits before and after the point are kept as they are, leading zeros and the sign included.
        String one = texts.numbers().decimal(new BigDecimal("0.1"));
        return seconds.substring(0, point) + one.substring(1, one.length() - 1) + seconds.substring(point + 1);
    }

    /** What heads a column. */
    public String heading(Column column) {
        return column.known() ? column.name() : texts.get(LadderText.UNKNOWN_HOST);
    }

    /** What stands below: the addresses of a name, or what the host says it is; maybe empty. */
    public static String subheading(Column column) {
        if (!column.addresses().isEmpty()) {
            return String.join(", ", column.addresses());
        }
        return column.product().equals(column.name()) ? "" : column.product();
    }

    /** Tells the legs of a call apart: A, B and so on. */
    public static String leg(Line line) {
        return leg(line.leg());
    }

    /** The same by its place, from 0. */
    public static String leg(int place) {
        return place < 26 ? String.valueOf((char) ('A' + place)) : Integer.toString(place + 1);
    }

    /** The same of each leg of a call, in their order. */
    public static Map<Call, String> letters(JointCall call) {
        Map<Call, String> letters = new LinkedHashMap<>();
        call.legs().forEach(leg -> letters.put(leg, leg(letters.size())));
        return letters;
    }

    /** The same of some legs, in order; none where a call has but one. */
    public static List<String> letters(List<Call> some, List<Call> all) {
        return all.size() == 1
                ? List.of()
                : inOrder(some, all).map(LadderWords::leg).toList();
    }

    private static Stream<Integer> inOrder(List<Call> some, List<Call> all) {
        Set<Call> wanted = new HashSet<>(some);
        return IntStream.range(0, all.size())
                .filter(place -> wanted.contains(all.get(place)))
                .boxed();
    }

    /** What stands below an arrow: its session description, how often it was repeated, what it means; maybe empty. */
    public String detail(Line line) {
        return switch (line) {
            case Row row -> detail(row);
            case NetworkMark mark -> network.say(mark.event());
        };
    }

    private String detail(Row row) {
        var parts = new ArrayList<String>();
        row.media().map(this::media).ifPresent(parts::add);
        if (!row.repeats().isEmpty()) {
            parts.add(repeated(row));
        } else if (row.retransmission()) {
            parts.add(texts.get(LadderText.RETRANSMISSION));
        }
        return String.join(" \u00b7 ", parts);
    }

    private String media(Media media) {
        List<String> streams = media.streams().stream().map(this::stream).toList();
        LadderText role = switch (media.role()) {
            case OFFER -> LadderText.OFFER;
            case ANSWER -> LadderText.ANSWER;
            case EARLY_ANSWER -> LadderText.EARLY_ANSWER;
            case OTHER -> LadderText.DESCRIPTION;
        };
        return texts.get(role, String.join(", ", streams));
    }

    private String stream(Media.Stream stream) {
        return stream.off()
                ? texts.get(LadderText.STREAM_OFF, stream.kind())
                : stream.kind() + " " + stream.direction().name().toLowerCase(Locale.ROOT);
    }

    private String repeated(Row row) {
        String count = texts.numbers().count(row.repeats().size());
        Message last = row.repeats().getLast();
        return row.message().time() == Captured.NO_TIME || last.time() == Captured.NO_TIME
                ? texts.get(LadderText.REPEATED, count)
                : texts.get(
                        LadderText.REPEATED_WITHIN,
                        count,
                        durations.say(micros(last.time() - row.message().time())));
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    /** What stands beside the rows that a span covers. */
    public String span(Ladder ladder, Span span) {
        String limit = span.limit().map(durations::say).orElse("");
        String lasted = span.lasted().map(durations::say).orElse("");
        return switch (span.kind()) {
            case TIMER_B -> texts.get(span.ranOut() ? LadderText.TIMER_B_RAN_OUT : LadderText.TIMER_B, limit);
            case TIMER_F -> texts.get(span.ranOut() ? LadderText.TIMER_F_RAN_OUT : LadderText.TIMER_F, limit);
            case MISSING_ACK -> texts.get(span.ranOut() ? LadderText.NO_ACK_RAN_OUT : LadderText.NO_ACK, limit);
            case RETRY_AFTER ->
                span.from() == span.to() || lasted.isEmpty()
                        ? texts.get(LadderText.RETRY_AFTER, limit)
                        : texts.get(
                                span.ranOut() ? LadderText.RETRY_IN_TIME : LadderText.RETRY_TOO_EARLY, limit, lasted);
            case SESSION_EXPIRES -> texts.get(session(ladder, span), limit, lasted);
            case BACK_OFF ->
                lasted.isEmpty()
                        ? texts.get(LadderText.REPEATED, texts.numbers().count(span.repeats()))
                        : texts.get(LadderText.BACK_OFF, texts.numbers().count(span.repeats()), lasted);
            case RINGING -> texts.get(LadderText.RINGING, lasted);
        };
    }

    private static LadderText session(Ladder ladder, Span span) {
        if (span.ranOut()) {
            return LadderText.SESSION_EXPIRED;
        }
        return ladder.lines().get(span.to()) instanceof Row row && row.message().request("BYE")
                ? LadderText.SESSION_ENDED
                : LadderText.SESSION_REFRESHED;
    }

    /** What stands beside a line: what all spans say that begin there, and how much of the like is not shown; maybe empty. */
    public String note(Ladder ladder, int index) {
        return String.join(" \u00b7 ", notes(ladder, index));
    }

    private List<String> notes(Ladder ladder, int index) {
        List<String> notes = new ArrayList<>();
        ladder.spansFrom(index).forEach(span -> notes.add(span(ladder, span)));
        if (ladder.lines().get(index) instanceof NetworkMark mark) {
            notes.addAll(network.more(mark.event(), mark.again(), mark.omitted()));
        }
        return notes;
    }

    /** Everything that a row shows, as it is read out. */
    public String spoken(Ladder ladder, int index) {
        Line line = ladder.lines().get(index);
        var parts = new ArrayList<String>();
        parts.add(texts.get(
                LadderText.ROW,
                texts.numbers().count(index + 1L),
                texts.numbers().count(ladder.lines().size())));
        parts.add(arrow(ladder, line));
        if (ladder.legs() > 1) {
            parts.add(texts.get(LadderText.LEG, leg(line)));
        }
        if (line instanceof Row row && row.ends() && !row.retransmission()) {
            parts.add(texts.get(LadderText.ENDS, row.message().head().method()));
        }
        String detail = detail(line);
        if (!detail.isEmpty()) {
            parts.add(detail);
        }
        OptionalLong passed = SINCE_START.passed(ladder, index);
        if (passed.isPresent() && passed.getAsLong() >= 0) {
            parts.add(texts.get(LadderText.AFTER_START, durations.say(micros(passed.getAsLong()))));
        }
        parts.addAll(notes(ladder, index));
        ladder.bandsFrom(index).forEach(band -> parts.add(spoken(ladder, band)));
        return String.join(", ", parts);
    }

    private String arrow(Ladder ladder, Line line) {
        String from = heading(ladder.columns().get(line.from()));
        if (line instanceof NetworkMark && line.toItself()) {
            // Who sent it has no column, and its sentence says who that is.
            return line.label();
        }
        return line.toItself()
                ? texts.get(LadderText.ARROW_TO_ITSELF, line.label(), from)
                : texts.get(
                        LadderText.ARROW,
                        line.label(),
                        from,
                        heading(ladder.columns().get(line.to())));
    }

    /** What stands at a band: what was measured of its stream. */
    public String band(Band band) {
        return media.brief(band.stream());
    }

    /** A band as it is read out. */
    public String spoken(Ladder ladder, Band band) {
        return texts.get(
                LadderText.STREAM,
                band(band),
                heading(ladder.columns().get(band.from())),
                heading(ladder.columns().get(band.to())));
    }

    /** Says that arrows are missing because a column is hidden; empty if none is. */
    public String leftOut(Ladder ladder) {
        return ladder.leftOut() == 0
                ? ""
                : texts.get(LadderText.LEFT_OUT, texts.numbers().count(ladder.leftOut()));
    }
}
