package org.ringback.media;

import java.util.function.LongUnaryOperator;
import java.util.function.UnaryOperator;
import org.ringback.capture.wire.Endpoint;

/**
 * A stream of which RTCP tells (RFC 3550, section 6.4), and of which not one packet of RTP was captured on this way: it flows, or
 * is sent at least, but does not pass the capture point.
 *
 * @param file index of the file in the order given
 * @param ssrc its synchronization source, as an unsigned number; 0 where the reports are encrypted (RFC 3711, section 3.4), and
 *     only their clear header says that something is received
 * @param teller who sends the reports
 * @param told to whom they go
 * @param received whether the teller receives the stream; otherwise it says that it sends it
 * @param first the packet of the first report on it
 * @param last the packet of the last report by which it had gone on; the first one if none says so
 * @param reports how many there were
 * @param packets by how many it went on between the first report and the last one; of one that is sent, how many in all
 */
public record UnseenStream(
        int file,
        long ssrc,
        Endpoint teller,
        Endpoint told,
        boolean received,
        Moment first,
        Moment last,
        int reports,
        long packets) {

    UnseenStream elsewhere(UnaryOperator<Endpoint> endpoints, LongUnaryOperator clock) {
        return new UnseenStream(
                file,
                ssrc,
                endpoints.apply(teller),
                endpoints.apply(told),
                received,
                first.by(clock),
                last.by(clock),
                reports,
                packets);
    }
}
