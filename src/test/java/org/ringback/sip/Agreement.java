package org.ringback.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;

/** What must hold for any bytes: nothing throws, all ranges lie within, and all who read a message agree. */
final class Agreement {

    private final HeadReader heads = new HeadReader();

    /** The bytes are a datagram with a message, or with anything. */
    void check(MemorySegment bytes) {
        long size = bytes.byteSize();
        SipMessage message = SipMessage.parse(bytes);
        long start = message.startLineRange().from();
        assertThat(message.body().to()).isEqualTo(MessageFramer.endInDatagram(bytes, start, size));
        touch(message);

        MessageHead head = heads.read(bytes.asSlice(start, message.body().to() - start));
        assertThat(head).isEqualTo(head(message));

        if (!MessageFramer.startsMessage(bytes, start, size)) {
            return;
        }
        long end = MessageFramer.end(bytes, start, size);
        if (MessageFramer.wanted(bytes, start, size) > size) {
            assertThat(end).isEqualTo(-1);
        }
        if (end >= 0) {
            assertThat(end).isGreaterThan(start).isLessThanOrEqualTo(size);
            SipMessage framed = SipMessage.parse(bytes.asSlice(start, end - start));
            assertThat(framed.startLineRange().from()).isZero();
            assertThat(framed.body().to()).isEqualTo(end - start);
            assertThat(framed.doubts()).noneMatch(doubt -> doubt.fault() == Fault.TRAILING_BYTES);
        }
    }

    private static MessageHead head(SipMessage message) {
        Via via = message.vias().stream().findFirst().orElse(null);
        return new MessageHead(
                message.method(),
                message.status(),
                message.callId(),
                message.cseq().map(CSeq::number).orElse(-1L),
                message.from().flatMap(NameAddr::tag).orElse(""),
                message.to().flatMap(NameAddr::tag).orElse(""),
                via == null ? "" : via.branch().orElse(""),
                via == null ? "" : via.sentBy());
    }

    private static void touch(SipMessage message) {
        long size = message.bytes().byteSize();
        for (Doubt doubt : message.doubts()) {
            within(doubt.range(), size);
        }
        for (Header header : message.headers()) {
            within(header.range(), size);
            within(header.valueRange(), size);
            message.values(header.name());
            message.addresses(header.name());
        }
        message.reasons();
        message.warnings();
        message.retryAfter();
        message.expires();
        message.maxForwards();
        message.challenges();
        message.credentials();
        message.contentType();
        message.parts().forEach(part -> within(part.range(), size));
        message.sdp();
        new OfferAnswer().message(message, OfferAnswer.Side.CALLER, false);
    }

    private static void within(ByteRange range, long size) {
        if (range.from() < 0 || range.from() > range.to() || range.to() > size) {
            throw new AssertionError(range + " is not within " + size);
        }
    }
}
