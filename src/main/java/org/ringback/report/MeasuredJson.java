package org.ringback.report;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ringback.media.VoipMetrics;
import org.ringback.sip.VoiceQuality;
import org.ringback.sip.VoiceQuality.Measured;
import org.ringback.words.CallValues;

/** What devices measured themselves, as JSON; what they do not tell is null. */
final class MeasuredJson {

    private final JsonGenerator json;

    MeasuredJson(JsonGenerator json) {
        this.json = json;
    }

    /** What they reported in messages (RFC 6035). */
    void write(MediaReport report) throws IOException {
        json.writeArrayFieldStart("qualityReports");
        for (MediaReport.Told told : report.told()) {
            VoiceQuality quality = told.quality().report();
            json.writeStartObject();
            json.writeStringField("callId", told.call().callId());
            json.writeStringField("kind", MediaJson.id(quality.kind()));
            json.writeStringField("measuredBy", quality.measurer());
            text("side", told.quality().side().map(MediaJson::id));
            json.writeStringField("method", told.quality().message().head().method());
            json.writeStringField(
                    "source", told.quality().message().captured().source().text());
            json.writeNumberField("frame", told.quality().message().captured().frame());
            text("time", CallValues.timestamp(told.quality().message().time(), report.zone()));
            measured("local", quality.local());
            measured("remote", quality.remote());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void text(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.writeStringField(name, value.get());
        } else {
            json.writeNullField(name);
        }
    }

    private void measured(String name, Optional<Measured> measured) throws IOException {
        if (measured.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        Measured all = measured.get();
        json.writeObjectFieldStart(name);
        text("codec", Optional.of(all.codec()).filter(codec -> !codec.isEmpty()));
        number("lostShare", all.lost());
        number("discardedShare", all.discarded());
        period(
                "bursts",
                all.bursts().map(VoiceQuality.Period::density),
                all.bursts().map(VoiceQuality.Period::length));
        period("gaps", all.gaps().map(VoiceQuality.Period::density), all.gaps().map(VoiceQuality.Period::length));
        number("jitterMs", all.jitter());
        number("roundTripMs", all.roundTrip());
        number("oneWayMs", all.oneWay());
        number("endSystemMs", all.endSystem());
        number("rListening", all.rListening());
        number("rConversational", all.rConversational());
        number("mosListening", all.mosListening());
        number("mosConversational", all.mosConversational());
        json.writeEndObject();
    }

    /** What a receiver told in an extended report of RTCP (RFC 3611, section 4.7). */
    void voip(Optional<VoipMetrics> voip) throws IOException {
        if (voip.isEmpty()) {
            json.writeNullField("voip");
            return;
        }
        VoipMetrics all = voip.get();
        json.writeObjectFieldStart("voip");
        number("lostShare", OptionalDouble.of(all.lossShare()));
        number("discardedShare", OptionalDouble.of(all.discardShare()));
        period(
                "bursts",
                all.bursts().map(VoipMetrics.Period::density),
                all.bursts().map(VoipMetrics.Period::length));
        period("gaps", all.gaps().map(VoipMetrics.Period::density), all.gaps().map(VoipMetrics.Period::length));
        number("roundTripMs", all.roundTrip());
        number("endSystemMs", all.endSystem());
        number("jitterBufferMs", all.jitterBuffer());
        number("rFactor", all.rFactor());
        number("mosListening", all.mosListening());
        number("mosConversational", all.mosConversational());
        json.writeEndObject();
    }

    private void period(String name, Optional<Double> density, Optional<Integer> length) throws IOException {
        if (density.isEmpty() || length.isEmpty()) {
            json.writeNullField(name);
            return;
        }
        json.writeObjectFieldStart(name);
        number("lostShare", OptionalDouble.of(density.get()));
        json.writeNumberField("lengthMs", length.get());
        json.writeEndObject();
    }

    private void number(String name, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, value.getAsInt());
        } else {
            json.writeNullField(name);
        }
    }

    private void number(String name, OptionalDouble value) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(name, BigDecimal.valueOf(value.getAsDouble()).setScale(3, RoundingMode.HALF_UP));
        } else {
            json.writeNullField(name);
        }
    }
}
