package org.ringback.ladder;

import java.time.Duration;
import java.util.Optional;
import org.ringback.call.Message;

/** A span between messages, before it is known which rows show them; the components are those of {@link Span}. */
record Stretch(
        SpanKind kind,
        Message from,
        Message to,
        Optional<Duration> lasted,
        Optional<Duration> limit,
        boolean ranOut,
        int repeats) {}
