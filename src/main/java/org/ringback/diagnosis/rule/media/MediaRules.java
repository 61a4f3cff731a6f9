package org.ringback.diagnosis.rule.media;

import java.util.List;
import org.ringback.diagnosis.rule.Rule;

/** The rules about what flowed as media. Among findings of the same weight, those of earlier ones come first. */
public final class MediaRules {

    public static final List<Rule> ALL = List.of(
            new ForeignCodec(),
            new MediaUnreachable(),
            new MediaConnection(),
            new IceChecks(),
            new DtlsKeys(),
            new SilentSide(),
            new UnseenSound(),
            new MediaSource(),
            new OldPort(),
            new OtherPort(),
            new OldFormat(),
            new MovedSender(),
            new SourceChanges(),
            new MediaTimes(),
            new CarriedPayloads(),
            new PayloadOfCodec(),
            new EncryptedSound(),
            new FaxMedia(),
            new FaxOneWay(),
            new SilentStream(),
            new SilentProgress(),
            new SeveralSenders(),
            new MediaQuality(),
            new SenderClock(),
            new GrowingDelay(),
            new TimestampLeaps(),
            new MediaDelay(),
            new ReportedQuality(),
            new PacketLength(),
            new SentKeys(),
            new WrongKeyNumber());

    private MediaRules() {}
}
