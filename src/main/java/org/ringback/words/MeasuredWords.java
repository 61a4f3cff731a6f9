package org.ringback.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ringback.call.Message;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.Spans;
import org.ringback.flow.ToldQuality;
import org.ringback.language.Texts;
import org.ringback.media.VoipMetrics;
import org.ringback.sip.Printable;
import org.ringback.sip.VoiceQuality.Measured;
import org.ringback.words.MediaWords.Figure;

/** Says in one language what devices measured themselves, and always which one it was. */
public final class MeasuredWords {

    private final Texts texts;
    private final Spans spans;

    public MeasuredWords(Texts texts) {
        this.texts = texts;
        this.spans = new Spans(texts);
    }

    /** What a device reported in a PUBLISH, with where that stands. */
    public List<Figure> told(ToldQuality told, ZoneId zone) {
        String name = Printable.brief(told.report().measurer());
        String who = name.isEmpty() ? told.message().captured().source().text() : name;
        List<Figure> figures = new ArrayList<>();
        figures.add(new Figure(
                texts.get(MeasuredText.BY_PHONE, who),
                told.report().local().map(this::all).orElseGet(() -> texts.get(MeasuredText.NOTHING))));
        told.report()
                .remote()
                .ifPresent(remote -> figures.add(new Figure(texts.get(MeasuredText.BY_OTHER, who), all(remote))));
        figures.add(new Figure(
                texts.get(MeasuredText.REPORT),
                texts.commas(List.of(
                        place(told.message(), zone),
                        texts.get(MeasuredText.of(told.report().kind()))))));
        return figures;
    }

    private String place(Message message, ZoneId zone) {
        FindingLabel label =
                message.captured().counted() == Captured.Counted.LINES ? FindingLabel.LINE : FindingLabel.PACKET;
        String name = texts.get(label, Long.toString(message.captured().frame()), message.name());
        return message.time() == Captured.NO_TIME
                ? name
                : texts.qualified(name, new ZoneTimes(zone).clock(message.time()));
    }

    /** What a receiver reported in an extended report of RTCP. */
    Figure reported(String reporter, VoipMetrics voip) {
        List<String> parts = new ArrayList<>();
        opinion(MeasuredText.MOS_LISTENING, voip.mosListening(), parts);
        opinion(MeasuredText.MOS_CONVERSATION, voip.mosConversational(), parts);
        factor(MeasuredText.R, voip.rFactor(), parts);
        share(MeasuredText.LOST, OptionalDouble.of(voip.lossShare()), parts);
        share(MeasuredText.DISCARDED, OptionalDouble.of(voip.discardShare()), parts);
        voip.bursts().ifPresent(bursts -> parts.add(bursts(bursts.length(), bursts.density())));
        span(MeasuredText.ROUND_TRIP, voip.roundTrip(), parts);
        span(MeasuredText.IN_DEVICE, voip.endSystem(), parts);
        span(MeasuredText.BUFFER, voip.jitterBuffer(), parts);
        return new Figure(texts.get(MeasuredText.BY_RTCP, reporter), texts.commas(parts));
    }

    private String all(Measured measured) {
        List<String> parts = new ArrayList<>();
        opinion(MeasuredText.MOS_LISTENING, measured.mosListening(), parts);
        opinion(MeasuredText.MOS_CONVERSATION, measured.mosConversational(), parts);
        factor(MeasuredText.R_LISTENING, measured.rListening(), parts);
        factor(MeasuredText.R_CONVERSATION, measured.rConversational(), parts);
        share(MeasuredText.LOST, measured.lost(), parts);
        share(MeasuredText.DISCARDED, measured.discarded(), parts);
        measured.bursts().ifPresent(bursts -> parts.add(bursts(bursts.length(), bursts.density())));
        span(MeasuredText.JITTER, measured.jitter(), parts);
        span(MeasuredText.ROUND_TRIP, measured.roundTrip(), parts);
        span(MeasuredText.ONE_WAY, measured.oneWay(), parts);
        span(MeasuredText.IN_DEVICE, measured.endSystem(), parts);
        return texts.commas(parts);
    }

    private String bursts(int length, double density) {
        return texts.get(
                MeasuredText.BURSTS,
                spans.say(Duration.ofMillis(length)),
                texts.numbers().percent(density));
    }

    private void opinion(MeasuredText name, OptionalDouble opinion, List<String> into) {
        opinion.ifPresent(value -> into.add(texts.get(
                name, texts.numbers().decimal(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP)))));
    }

    private void factor(MeasuredText name, OptionalInt factor, List<String> into) {
        factor.ifPresent(value -> into.add(texts.get(name, Integer.toString(value))));
    }

    private void share(MeasuredText name, OptionalDouble share, List<String> into) {
        share.ifPresent(value -> into.add(texts.get(name, texts.numbers().percent(value))));
    }

    private void span(MeasuredText name, OptionalInt millis, List<String> into) {
        millis.ifPresent(value -> into.add(texts.get(name, spans.say(Duration.ofMillis(value)))));
    }
}
