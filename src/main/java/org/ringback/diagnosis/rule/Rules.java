package org.ringback.diagnosis.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ringback.diagnosis.finding.Kind;

/** Every rule there is. */
public final class Rules {

    public static final List<Rule> ALL = List.of(
            new CanceledCall(),
            new Undelivered(),
            new ConnectionLost(),
            new ConnectionBehind(),
            new NameLookups(),
            new UnansweredInvite(),
            new SilenceAfterTrying(),
            new UnansweredRequest(),
            new Contacts(),
            new MistakenAck(),
            new LostResponses(),
            new AnswerNotPassedOn(),
            new MissingAck(),
            new AckNotPassedOn(),
            new ForeignTags(),
            new UnknownCall(),
            new CanceledTooLate(),
            new TerminatedWithoutCancel(),
            new Glare(),
            new TransferOutcome(),
            new TransferElsewhere(),
            new ReplacedCall(),
            new EndedSubscription(),
            new ForkedCall(),
            new ForkNotCanceled(),
            new UnansweredCancel(),
            new RefusedAddress(),
            new RefusedMessage(),
            new ForwardingRefused(),
            new RedirectTargetRefused(),
            new CallerNumber(),
            new RefusedSource(),
            new NumberFormat(),
            new DeclinedForAll(),
            new CalleeNotRegistered(),
            new HuntedInVain(),
            new NobodyAnswered(),
            new IntercomRefused(),
            new Busy(),
            new RetryAfterIgnored(),
            new OtherLegDecides(),
            new RefusedCall(),
            new Redirection(),
            new RefusedRequest(),
            new OpenChallenge(),
            new RefusedInside(),
            new RefusedCancel(),
            new PartOfCall(),
            new LoneMessage(),
            new DamagedCapture(),
            new EncryptedLeg(),
            new NoTimes(),
            new EmptyChallenge(),
            new DigestFields(),
            new ForeignRealm(),
            new RejectedLogin(),
            new MissingLogin(),
            new StaleNonce(),
            new ForbiddenAfterLogin(),
            new RegistrationLapse(),
            new RegistrationFlapping(),
            new OtherDevice(),
            new ShortRegistration(),
            new BriefInterval(),
            new PrivateContact(),
            new LostBinding(),
            new WrongPort(),
            new AlteredOnTheWay(),
            new WrongLength(),
            new TooLarge(),
            new NextHop(),
            new Loops(),
            new RouteSet(),
            new Tags(),
            new SequenceNumbers(),
            new Branches(),
            new ReusedCallId(),
            new MediaRefused(),
            new LateOfferRefused(),
            new WebrtcOffer(),
            new RefusedDetails(),
            new AgreedMedia(),
            new SecureAnswer(),
            new MediaLines(),
            new KeyPresses(),
            new AudioFlow(),
            new MediaAddress(),
            new EarlyMedia(),
            new ProgressCause(),
            new CanceledInEarlyMedia(),
            new MediaUnreachable(),
            new MediaConnection(),
            new IceChecks(),
            new DtlsKeys(),
            new SilentSide(),
            new MediaSource(),
            new OldPort(),
            new SourceChanges(),
            new MediaTimes(),
            new CarriedPayloads(),
            new PayloadOfCodec(),
            new EncryptedSound(),
            new FaxMedia(),
            new FaxAnswer(),
            new FaxOneWay(),
            new SilentStream(),
            new SilentProgress(),
            new SeveralSenders(),
            new MediaQuality(),
            new SenderClock(),
            new MediaDelay(),
            new ReportedQuality(),
            new PacketLength(),
            new SentKeys(),
            new WrongKeyNumber(),
            new PostDialDelay(),
            new ReinviteRefused(),
            new ExtensionRefused(),
            new RefusedPrack(),
            new ReliableProvisional(),
            new SessionTimer(),
            new SameDuration(),
            new NetworkCause(),
            new ReasonOfBye(),
            new EndedAtOnce(),
            new CallerIdentity(),
            new Blocked(),
            new MalformedRequest(),
            new ExplainedRefusal());

    /** Of rules that say in general what others may know better. */
    private static final Set<Kind> GENERAL = ALL.stream()
            .filter(Rule::general)
            .flatMap(rule -> rule.kinds().stream())
            .collect(Collectors.toUnmodifiableSet());

    private Rules() {}

    /** Whether it is what is said where nothing better is known. */
    public static boolean general(Kind kind) {
        return GENERAL.contains(kind);
    }

    /** Everything that may be found. */
    public static List<Kind> kinds() {
        return ALL.stream().flatMap(rule -> rule.kinds().stream()).toList();
    }
}
