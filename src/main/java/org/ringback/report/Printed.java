package org.ringback.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ringback.page.Badge;
import org.ringback.page.Block;
import org.ringback.page.Block.About;
import org.ringback.page.Block.Aside;
import org.ringback.page.Block.Badges;
import org.ringback.page.Block.Callout;
import org.ringback.page.Block.Card;
import org.ringback.page.Block.Codes;
import org.ringback.page.Block.Fact;
import org.ringback.page.Block.Facts;
import org.ringback.page.Block.Heading;
import org.ringback.page.Block.Items;
import org.ringback.page.Block.Lead;
import org.ringback.page.Block.Note;
import org.ringback.page.Block.Origin;
import org.ringback.page.Block.Pair;
import org.ringback.page.Block.Paragraph;
import org.ringback.page.Block.Paragraphs;
import org.ringback.page.Block.Part;
import org.ringback.page.Block.Plain;
import org.ringback.page.Block.Reasons;
import org.ringback.page.Block.Section;
import org.ringback.page.Block.Seen;
import org.ringback.page.Block.Steps;
import org.ringback.page.Block.Subheading;
import org.ringback.page.Document;
import org.ringback.page.Document.Masthead;
import org.ringback.page.Link;

/** What a page comes to on paper: all that it says, in plain blocks one below the other. */
final class Printed {

    /** Who has seen so many messages or other packets believes it. */
    private static final int MOST_PROOFS = 12;

    private Printed() {}

    static List<Plain> blocks(Document document) {
        return Stream.concat(
                        document.masthead().stream().flatMap(Printed::masthead),
                        document.blocks().stream().flatMap(Printed::plain))
                .toList();
    }

    private static Stream<Plain> masthead(Masthead masthead) {
        return Stream.concat(Stream.of(new Paragraph(masthead.sentence())), notes(masthead.badges()));
    }

    private static Stream<Plain> plain(Block block) {
        return switch (block) {
            case Plain plain -> Stream.of(plain);
            case Paragraphs(var texts) -> texts.stream().map(Paragraph::new);
            case Callout(var texts) -> texts.stream().map(Paragraph::new);
            case Lead(var text, var _) -> Stream.of(new Paragraph(text));
            case Reasons reasons -> Stream.of(new Items(false, reasons.texts()));
            case Pair(var left, var right) -> Stream.of(new Items(false, List.of(left, right)));
            case Codes(var codes) ->
                Stream.of(new Items(false, codes.stream().map(Link::text).toList()));
            case Badges(var badges) -> notes(badges);
            case Section(var heading, var badges, var blocks) ->
                Stream.of(
                                Stream.<Plain>of(new Heading(heading)),
                                notes(badges),
                                blocks.stream().flatMap(Printed::plain))
                        .flatMap(part -> part);
            case Card card -> card(card);
        };
    }

    /** Only what must not be overlooked: the rest is said below. */
    private static Stream<Plain> notes(List<Badge> badges) {
        return badges.stream().flatMap(badge -> switch (badge) {
            case Badge.Warning(var text) -> Stream.of(new Note(text));
            case Badge.Fallback(var text) -> Stream.of(new Note(text));
            case Badge.Classed _, Badge.Weighed _, Badge.Remark _ -> Stream.empty();
        });
    }

    /** What fits a line stands together below what does not. */
    private static Stream<Plain> card(Card card) {
        List<Plain> blocks = new ArrayList<>();
        blocks.add(new Subheading(card.heading()));
        notes(card.badges()).forEach(blocks::add);
        blocks.add(new Paragraph(card.what()));
        List<Fact> facts = new ArrayList<>();
        card.origin().ifPresent(origin -> facts.addAll(facts(origin)));
        for (Part part : card.parts()) {
            switch (part) {
                case Steps(var label, var texts) -> {
                    blocks.add(new Paragraph(label));
                    blocks.add(new Items(true, texts));
                }
                case Seen(var label, var proofs, var packets) -> facts.add(new Fact(label, proofs(proofs, packets)));
                case Aside(var label, var text) -> facts.add(new Fact(label, text));
                // Whoever reads this has the codes in what was said, and nothing to click.
                case About _ -> {}
            }
        }
        facts.add(card.id());
        blocks.add(new Facts(facts));
        blocks.add(card.links());
        return blocks.stream();
    }

    private static List<Fact> facts(Origin origin) {
        return Stream.concat(origin.who().stream(), Stream.of(origin.basis())).toList();
    }

    private static String proofs(List<Link.Proof> proofs, List<Link.Packet> packets) {
        return Stream.concat(
                        proofs.stream().limit(MOST_PROOFS).map(Link::text),
                        packets.stream().limit(MOST_PROOFS).map(Link::text))
                .collect(Collectors.joining("; "));
    }
}
