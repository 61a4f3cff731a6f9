package org.ringback.diagnosis.finding;

import java.time.Duration;
import java.util.List;
import org.ringback.capture.wire.Endpoint;

/** What stands in a place of a finding's words. Protocol words and numbers look the same in every language. */
public sealed interface Value {

    /** As it stands in a message: a realm, a header, an address. */
    record Raw(String text) implements Value {}

    /** Several of them, in order. */
    record Several(List<String> texts) implements Value {
        public Several {
            texts = List.copyOf(texts);
        }
    }

    /** A number of something. */
    record Count(long number) implements Value {}

    /** A part of the whole, from 0 to 1. */
    record Share(double share) implements Value {}

    /** How long something took or should have taken. */
    record Span(Duration duration) implements Value {}

    /** A host with its port. */
    record Place(Endpoint endpoint) implements Value {}

    /** A response code with the phrase that came with it, or that is registered for it. */
    record Code(int status, String phrase) implements Value {}

    /** It cannot be told from what was captured. */
    record Unknown() implements Value {}

    /** How long something took cannot be told from what was captured. */
    record UnknownSpan() implements Value {}

    /** How long to wait before one tries again, where nobody said it. */
    record UntoldSpan() implements Value {}

    /** A cause of the telephone network (ITU-T Q.850) with its name, if it has one. */
    record Cause(int number) implements Value {}

    static Value of(String text) {
        return new Raw(text);
    }

    static Value of(List<String> texts) {
        return new Several(texts);
    }

    static Value of(long number) {
        return new Count(number);
    }

    static Value of(Duration duration) {
        return new Span(duration);
    }

    static Value of(Endpoint endpoint) {
        return new Place(endpoint);
    }
}
