package org.ringback.words;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.Spans;
import org.ringback.flow.CallStream;
import org.ringback.flow.Side;
import org.ringback.language.Texts;
import org.ringback.media.Goodbye;
import org.ringback.media.MediaStream;
import org.ringback.media.Moment;
import org.ringback.media.ReceiverReport;
import org.ringback.sip.Printable;
import org.ringback.sip.Sdp;
import org.ringback.sound.quality.Loss;
import org.ringback.sound.quality.QualityEstimate;
import org.ringback.sound.quality.Rating;

/** Says in one language what was measured of the streams of a call. */
public final class MediaWords {

    private final Texts texts;
    private final Spans spans;
    private final MeasuredWords measured;
    private final SlowWords slow;

    public MediaWords(Texts texts) {
        this.texts = texts;
        this.spans = new Spans(texts);
        this.measured = new MeasuredWords(texts);
        this.slow = new SlowWords(texts);
    }

    /** A name with its value. */
    public record Figure(String name, String value) {}

    /** From which side to which. */
    public String way(Side toward) {
        return texts.get(MediaText.toward(toward));
    }

    /** From which address to which. */
    public String places(CallStream stream) {
        return texts.get(
                MediaText.WAY,
                stream.stream().source().text(),
                stream.stream().destination().text());
    }

    /** What is most worth knowing of a stream, in one line. */
    public String brief(CallStream stream) {
        MediaStream.Loss loss = stream.stream().loss();
        String codec = codec(stream, stream.stream().mainPayload());
        String packets = texts.numbers().count(stream.stream().packets());
        return loss.lost() == 0
                ? texts.get(MediaText.STREAM_WHOLE, codec, packets)
                : texts.get(
                        MediaText.STREAM,
                        codec,
                        packets,
                        texts.numbers().count(loss.lost()),
                        texts.numbers().percent(loss.share()));
    }

    /** What a payload type stands for: as it was agreed, else as it is assigned, else its number. */
    public static String codec(CallStream stream, int payloadType) {
        String agreed = stream.format(payloadType).map(Sdp.Format::encoding).orElse("");
        String assigned = Sdp.encoding(payloadType);
        // Names are the same in small and large letters (RFC 4855, 3).
        String name = agreed.isEmpty() || agreed.equalsIgnoreCase(assigned) ? assigned : Printable.brief(agreed);
        return name.isEmpty() ? "RTP " + payloadType : name;
    }

    /** Everything that was measured of a stream, with how it is known that it belongs to the call. */
    public List<Figure> figures(CallStream of, ZoneId zone) {
        MediaStream stream = of.stream();
        List<Figure> figures = new ArrayList<>();
        figures.add(figure(MediaText.PLACES, places(of)));
        figures.add(figure(
                MediaText.CODECS,
                texts.commas(stream.payloads().stream()
                        .map(payload -> codec(of, payload.type()))
                        .distinct()
                        .toList())));
        figures.add(figure(MediaText.FIRST_AND_LAST, between(stream, new ZoneTimes(zone))));
        figures.add(figure(MediaText.PACKETS, texts.numbers().count(stream.packets())));
        if (stream.copies() > 0) {
            figures.add(figure(MediaText.COPIES, texts.numbers().count(stream.copies())));
        }
        figures.add(figure(MediaText.LOST, lost(stream.loss())));
        if (stream.pace().clockRate() > 0) {
            figures.add(figure(
                    MediaText.JITTER,
                    texts.get(
                            MediaText.JITTER_VALUE,
                            spans.fine(stream.pace().meanJitter()),
                            spans.fine(stream.pace().highestJitter()))));
        }
        figures.addAll(slow.figures(stream));
        if (stream.pace().longestDelta() > 0) {
            figures.add(figure(MediaText.LONGEST_GAP, span(stream.pace().longestDelta())));
        }
        if (stream.pace().packetTime() > 0) {
            figures.add(figure(
                    MediaText.PACKET_TIME,
                    spans.say(Duration.ofMillis(stream.pace().packetTime()))));
        }
        figures.add(figure(MediaText.DSCP, dscp(stream.dscp())));
        if (of.sound()) {
            figures.add(figure(MediaText.QUALITY, quality(of)));
        }
        stream.reports().forEach(report -> figures.addAll(reported(report)));
        stream.goodbye().ifPresent(said -> figures.add(goodbye(said, new ZoneTimes(zone))));
        figures.add(new Figure(texts.get(FindingLabel.KNOWN_BECAUSE), texts.get(MediaText.of(of.basis()))));
        return figures;
    }

    private Figure figure(MediaText name, String value) {
        return new Figure(texts.get(name), value);
    }

    private String between(MediaStream stream, ZoneTimes times) {
        return texts.get(
                MediaText.FROM_TO, moment(stream.first(), times), moment(stream.last(), times), span(stream.length()));
    }

    private String moment(Moment moment, ZoneTimes times) {
        String packet = Long.toString(moment.frame());
        return moment.time() == Captured.NO_TIME ? packet : texts.qualified(packet, times.clock(moment.time()));
    }

    private String lost(MediaStream.Loss loss) {
        return loss.lost() == 0
                ? texts.get(MediaText.NONE_LOST)
                : texts.get(
                        MediaText.LOST_OF,
                        texts.numbers().count(loss.lost()),
                        texts.numbers().count(loss.expected()),
                        texts.numbers().percent(loss.share()),
                        texts.numbers().count(loss.longestHole()));
    }

    /** By the E-model, with the loss seen at the point of capture; delay is not known there and is assumed. */
    private String quality(CallStream of) {
        MediaStream.Loss loss = of.stream().loss();
        String codec = codec(of, of.stream().mainPayload());
        return switch (QualityEstimate.of(codec, Loss.counted(loss.lost(), loss.expected(), loss.holes()))) {
            case QualityEstimate.Range range ->
                texts.get(
                        MediaText.QUALITY_VALUE,
                        mos(range.lowest()),
                        mos(range.highest()),
                        spans.say(Duration.ofMillis(range.shortDelay())),
                        spans.say(Duration.ofMillis(range.longDelay())));
            case QualityEstimate.None _ -> texts.get(MediaText.QUALITY_UNKNOWN);
        };
    }

    private String mos(Rating rating) {
        return texts.numbers().decimal(BigDecimal.valueOf(rating.opinion()).setScale(1, RoundingMode.HALF_UP));
    }

    private String span(long micros) {
        return spans.say(Duration.of(micros, ChronoUnit.MICROS));
    }

    /** The number, and the class that it stands for (RFC 2474, 2597, 3246 and 5865). */
    private String dscp(int codePoint) {
        String number = Integer.toString(codePoint);
        int level = codePoint >> 3;
        int rest = codePoint & 7;
        if (codePoint == 46) {
            return texts.qualified(number, "EF");
        }
        if (codePoint == 44) {
            return texts.qualified(number, "VA");
        }
        if (rest == 0) {
            return texts.qualified(number, "CS" + level);
        }
        boolean assured = level >= 1 && level <= 4 && rest % 2 == 0;
        return assured ? texts.qualified(number, "AF" + level + rest / 2) : number;
    }

    private List<Figure> reported(ReceiverReport report) {
        String reporter = report.reporter().text();
        List<Figure> figures = new ArrayList<>(2);
        if (report.reports() > 0) {
            figures.add(new Figure(
                    texts.get(MediaText.REPORTED, reporter),
                    texts.get(
                            MediaText.REPORTED_VALUE,
                            texts.numbers().count(Math.max(0, report.lost())),
                            texts.numbers().percent(report.worstShare()))));
        }
        report.roundTrip()
                .ifPresent(way -> figures.add(
                        new Figure(texts.get(MediaText.ROUND_TRIP, reporter), spans.fine(way.doubleValue()))));
        report.voip().ifPresent(voip -> figures.add(measured.reported(reporter, voip)));
        return figures;
    }

    private Figure goodbye(Goodbye said, ZoneTimes times) {
        String when = moment(said.packet(), times);
        String reason = Printable.brief(said.reason());
        return new Figure(
                texts.get(MeasuredText.GOODBYE),
                reason.isEmpty() ? when : texts.get(MeasuredText.GOODBYE_REASON, when, reason));
    }

    /** The highest jitter that a plot shows. */
    public String jitterUpTo(int micros) {
        return texts.get(MediaText.JITTER_UP_TO, spans.fine(micros));
    }

    /** The most packets a second that a plot shows. */
    public String rateUpTo(long packets) {
        return texts.get(MediaText.RATE, texts.numbers().count(packets));
    }
}
