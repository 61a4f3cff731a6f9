package org.ringback.session;

import java.util.Optional;
import org.ringback.capture.wire.Unusable;
import org.ringback.reading.CaptureSource;

/**
 * Something of which nothing could be shown, though something else is.
 *
 * @param why the first reason; empty if there is nothing wrong with it but that it holds no SIP
 * @param kept whether calls are open that were open before, and nothing else
 */
public record Unopened(CaptureSource source, Optional<Unusable> why, boolean kept) {}
