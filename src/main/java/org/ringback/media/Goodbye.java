package org.ringback.media;

/**
 * A source said by RTCP that it leaves (RFC 3550, section 6.6).
 *
 * @param packet that says so, the first one of several
 * @param reason that it gives, as it stands there; empty if it gives none
 */
public record Goodbye(Moment packet, String reason) {}
