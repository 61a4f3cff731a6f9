package org.ringback.flow;

import java.util.Optional;
import org.ringback.call.Message;
import org.ringback.sip.VoiceQuality;

/**
 * What one of the two that talked measured itself, and told a collector (RFC 6035).
 *
 * @param message that carries it
 * @param side which of the two measured; empty if that cannot be told
 */
public record ToldQuality(Message message, VoiceQuality report, Optional<Side> side) {}
