package org.ringback.page;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.ringback.call.Message;
import org.ringback.call.ZoneTimes;
import org.ringback.capture.wire.Captured;
import org.ringback.diagnosis.FindingText;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.diagnosis.Listing;
import org.ringback.diagnosis.Places;
import org.ringback.diagnosis.finding.Finding;
import org.ringback.diagnosis.finding.Origin;
import org.ringback.diagnosis.finding.Value;
import org.ringback.handbook.PageText;
import org.ringback.handbook.Rfcs;
import org.ringback.language.Texts;
import org.ringback.page.Block.About;
import org.ringback.page.Block.Aside;
import org.ringback.page.Block.Card;
import org.ringback.page.Block.Fact;
import org.ringback.page.Block.Part;
import org.ringback.page.Block.Seen;
import org.ringback.page.Block.Steps;
import org.ringback.sip.Printable;
import org.ringback.words.FindingLabel;
import org.ringback.words.LadderText;

/** Says in one language what was found out about calls, each on a card of its own. */
public final class FindingCards {

    /** Stands where a time is not known. */
    private static final String NO_TIME = "\u2013";

    /** Nobody counts more letters; the heading says how many legs there are. */
    private static final int MOST_BADGES = 24;

    private final FindingTexts findings;
    private final Texts texts;
    private final PageLinks links;
    private final IntFunction<Optional<Link.Code>> codes;
    private final ZoneTimes times;
    private final PlaceInFile place;
    private final Listing listing;

    /**
     * Tells times in a zone.
     *
     * @param codes those that can be looked up, by their numbers
     */
    public FindingCards(
            FindingTexts findings, Texts texts, Rfcs rfcs, IntFunction<Optional<Link.Code>> codes, ZoneId zone) {
        this.findings = findings;
        this.texts = texts;
        this.links = new PageLinks(rfcs, texts);
        this.codes = codes;
        this.times = new ZoneTimes(zone);
        this.place = new PlaceInFile(texts, zone);
        this.listing = new Listing(texts);
    }

    /**
     * What was found out about a call, or about some legs of one.
     *
     * @param legs the letters of these legs; empty if the call has but one
     */
    public Card card(Finding finding, List<String> legs) {
        return card(finding, legs, List.of());
    }

    /**
     * The same, where there may be several files.
     *
     * @param files their names, in the order in which messages count them; of one alone nobody need say the name
     */
    public Card card(Finding finding, List<String> legs, List<String> files) {
        FindingText words = findings.of(finding);
        String title = Printable.of(words.title());
        return new Card(
                finding.kind().weight(),
                heading(finding, title, legs),
                title,
                badges(finding, legs, words.filled()),
                Printable.of(words.what()),
                finding.origin().map(this::origin),
                parts(finding, words, files),
                links.links(List.of(finding.kind().reference())),
                fact(FindingLabel.ID, finding.kind().id()));
    }

    private String heading(Finding finding, String title, List<String> legs) {
        FindingLabel pattern = switch (legs.size()) {
            case 0 -> FindingLabel.FINDING;
            case 1 -> FindingLabel.FINDING_OF_LEG;
            default -> FindingLabel.FINDING_OF_LEGS;
        };
        return texts.get(
                pattern, title, texts.get(finding.kind().weight()), texts.get(finding.certainty()), listing.of(legs));
    }

    private List<Badge> badges(Finding finding, List<String> legs, boolean filled) {
        var badges = new ArrayList<Badge>();
        badges.add(new Badge.Weighed(
                texts.get(finding.kind().weight()), finding.kind().weight()));
        badges.add(new Badge.Remark(texts.get(finding.certainty())));
        legs.stream().limit(MOST_BADGES).forEach(leg -> badges.add(new Badge.Remark(texts.get(LadderText.LEG, leg))));
        if (filled) {
            badges.add(new Badge.Fallback(texts.get(PageText.IN_ENGLISH)));
        }
        return badges;
    }

    private Block.Origin origin(Origin origin) {
        var who = new ArrayList<Fact>();
        Places places = new Places(texts);
        String first = places.say(origin.firstSaidBy());
        who.add(fact(
                origin.basis() == Origin.Basis.LAST_HOP_CAPTURED
                        ? FindingLabel.FIRST_SEEN_FROM
                        : FindingLabel.FIRST_SAID_BY,
                origin.software().isEmpty()
                        ? first
                        : texts.get(FindingLabel.SAID_WITH_SOFTWARE, first, Printable.of(origin.software()))));
        if (origin.changed()) {
            who.add(fact(
                    FindingLabel.SAID_FIRST,
                    texts.get(
                            FindingLabel.SAID_AND_TOLD,
                            Printable.of(origin.answer().name()),
                            Printable.of(origin.told().name()))));
        }
        if (!origin.relayedBy().isEmpty()) {
            who.add(fact(
                    FindingLabel.RELAYED_BY,
                    listing.of(origin.relayedBy().stream().map(places::say).toList())));
        }
        return new Block.Origin(who, fact(FindingLabel.KNOWN_BECAUSE, texts.get(origin.basis())));
    }

    private Fact fact(FindingLabel label, String value) {
        return new Fact(texts.get(label), value);
    }

    private List<Part> parts(Finding finding, FindingText words, List<String> files) {
        var parts = new ArrayList<Part>();
        if (!finding.evidence().isEmpty() || !finding.sightings().isEmpty()) {
            parts.add(new Seen(
                    texts.get(FindingLabel.EVIDENCE),
                    proofs(finding.evidence(), files),
                    finding.sightings().stream()
                            .map(packet -> new Link.Packet(place.of(packet, files), packet))
                            .toList()));
        }
        if (!words.remedy().isEmpty()) {
            parts.add(new Steps(
                    texts.get(FindingLabel.REMEDY),
                    words.remedy().stream().map(Printable::of).toList()));
        }
        if (!words.disproof().isBlank()) {
            parts.add(new Aside(texts.get(FindingLabel.DISPROOF), Printable.of(words.disproof())));
        }
        List<Link.Code> about = about(finding);
        if (!about.isEmpty()) {
            parts.add(new About(texts.get(FindingLabel.CODES), about));
        }
        return parts;
    }

    private List<Link.Proof> proofs(List<Message> messages, List<String> files) {
        if (messages.isEmpty()) {
            return List.of();
        }
        boolean dated = times.differentDays(
                messages.getFirst().time(), messages.getLast().time());
        return messages.stream()
                .map(message -> new Link.Proof(
                        place.of(message, files), message.name() + "  " + moment(message, dated), message))
                .toList();
    }

    private String moment(Message message, boolean dated) {
        long time = message.time();
        if (time == Captured.NO_TIME) {
            return NO_TIME;
        }
        return dated ? times.dated(time) : times.clock(time);
    }

    /** Those that the finding names and those of its proof, by their numbers. */
    private List<Link.Code> about(Finding finding) {
        var numbers = new TreeSet<Integer>();
        finding.values().values().forEach(value -> {
            if (value instanceof Value.Code(int status, String _)) {
                numbers.add(status);
            }
        });
        finding.evidence().stream()
                .map(message -> message.head().status())
                .filter(status -> status >= 300)
                .forEach(numbers::add);
        return numbers.stream().flatMap(number -> codes.apply(number).stream()).toList();
    }
}
