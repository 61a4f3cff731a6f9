package org.ringback.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringback.comparison.Comparison;
import org.ringback.comparison.Difference;
import org.ringback.comparison.Source;
import org.ringback.handbook.Aspect;
import org.ringback.handbook.Cause;
import org.ringback.handbook.Definition;
import org.ringback.handbook.Entry;
import org.ringback.handbook.FacetTexts;
import org.ringback.handbook.Handbook;
import org.ringback.handbook.PageText;
import org.ringback.handbook.ResponseCode;
import org.ringback.handbook.Rfcs;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;
import org.ringback.page.Block.Callout;
import org.ringback.page.Block.Codes;
import org.ringback.page.Block.Fact;
import org.ringback.page.Block.Facts;
import org.ringback.page.Block.Items;
import org.ringback.page.Block.Lead;
import org.ringback.page.Block.Pair;
import org.ringback.page.Block.Paragraph;
import org.ringback.page.Block.Paragraphs;
import org.ringback.page.Block.Point;
import org.ringback.page.Block.Points;
import org.ringback.page.Block.Reason;
import org.ringback.page.Block.Reasons;
import org.ringback.page.Block.Row;
import org.ringback.page.Block.Section;
import org.ringback.page.Block.SideBySide;
import org.ringback.page.Document.Masthead;
import org.ringback.search.Found;
import org.ringback.search.SearchText;
import org.ringback.search.WhyFoundText;
import org.ringback.words.ReportText;

/** Turns codes, comparisons and search results into documents in one language. */
public final class HandbookDocuments {

    private final Handbook handbook;
    private final Texts texts;
    private final FacetTexts facets;
    private final PageLinks links;

    public HandbookDocuments(Handbook handbook, Rfcs rfcs, Texts texts) {
        this.handbook = handbook;
        this.texts = texts;
        this.facets = new FacetTexts(texts);
        this.links = new PageLinks(rfcs, texts);
    }

    /** The page of a code. */
    public Document page(Entry entry) {
        ResponseCode code = entry.code();
        Definition words = entry.definition();
        var blocks = new ArrayList<Block>();
        blocks.add(new Lead(words.gist(), code.codeClass()));
        blocks.add(section(entry, PageText.DESCRIPTION, "description", new Paragraphs(words.description())));
        blocks.add(section(entry, PageText.SEEN, "seen", new Items(false, words.seen())));
        blocks.add(section(entry, PageText.fixHeading(code), "fix", new Items(true, words.fix())));
        blocks.add(section(entry, PageText.CAUSES, "causes", reasons(words.causes())));
        blocks.add(section(entry, PageText.USE, "use", new Paragraph(words.use())));
        blocks.add(section(PageText.FACTS, new Facts(facts(code))));
        if (!code.otherPhrases().isEmpty()) {
            blocks.add(section(PageText.OTHER_PHRASES, new Items(false, otherPhrases(code))));
        }
        blocks.add(section(PageText.RELATED, codes(code.related())));
        blocks.add(section(PageText.REFERENCES, links.links(code.references())));
        return new Document(entry.language(), code.title(), Optional.of(masthead(entry)), blocks);
    }

    private Masthead masthead(Entry entry) {
        ResponseCode code = entry.code();
        var badges = new ArrayList<Badge>();
        badges.add(new Badge.Classed(facets.value(Aspect.CLASS, code), code.codeClass()));
        if (!code.registered()) {
            badges.add(new Badge.Warning(texts.get(PageText.NOT_REGISTERED)));
        }
        badges.addAll(marks(entry.filled().contains("phrase") || entry.filled().contains("gist")));
        Link.Code link = links.code(entry);
        return new Masthead(link, texts.get(ReportText.CLOSED, link.explained()), badges);
    }

    /** Two codes side by side. */
    public Document comparison(Comparison comparison) {
        var blocks = new ArrayList<Block>();
        if (comparison.filled()) {
            blocks.add(new Block.Badges(marks(true)));
        }
        blocks.add(new Callout(comparison.summary()));
        if (comparison.sameCode()) {
            blocks.add(codes(comparison.confusedWith()));
        } else {
            addComparison(comparison, blocks);
        }
        return new Document(comparison.left().language(), comparison.title(), blocks);
    }

    private void addComparison(Comparison comparison, List<Block> blocks) {
        blocks.add(section(ReportText.TELL, tell(comparison)));
        blocks.add(section(
                ReportText.WHEN_TO_USE,
                new Pair(
                        comparison.whenToUse().getFirst(),
                        comparison.whenToUse().getLast())));
        comparison
                .contrast()
                .ifPresent(
                        contrast -> blocks.add(section(ReportText.CONTRAST, new Items(false, contrast.differences()))));
        Link.Code left = links.code(comparison.left());
        Link.Code right = links.code(comparison.right());
        blocks.add(section(
                ReportText.DIFFERENCES,
                new Points(
                        left,
                        right,
                        comparison.differences().stream()
                                .filter(difference -> !told(difference, comparison))
                                .map(difference -> new Point(difference.about(), difference.left(), difference.right()))
                                .toList())));
        blocks.add(section(
                ReportText.AGREEMENTS,
                new Facts(comparison.agreements().stream()
                        .map(agreement -> new Fact(agreement.about(), begun(agreement.value())))
                        .toList())));
        blocks.add(section(
                ReportText.DEFINITIONS, new SideBySide(left, right, rows(comparison.left(), comparison.right()))));
        blocks.add(section(
                ReportText.LEARN_MORE,
                links.links(
                        comparison.learnMore().stream().map(Source::reference).toList())));
    }

    /** How to tell which of the two it really is; where nobody wrote a note, by when each of them is seen. */
    private static Block tell(Comparison comparison) {
        return comparison
                .contrast()
                .<Block>map(contrast -> new Paragraph(contrast.tell()))
                .orElseGet(() -> new Pair(
                        comparison.left().definition().seenInShort(),
                        comparison.right().definition().seenInShort()));
    }

    /** Whether {@link #tell} has said it already. */
    private boolean told(Difference difference, Comparison comparison) {
        return comparison.contrast().isEmpty()
                && difference.about().equals(texts.get(org.ringback.comparison.Point.SEEN));
    }

    /** What a search found, best first, with the reason where it is not obvious. */
    public Document searchResult(String query, Found found) {
        var blocks = new ArrayList<Block>();
        found.meant().ifPresent(meant -> blocks.add(new Paragraph(texts.get(SearchText.MEANT, meant))));
        found.asides().forEach(aside -> blocks.add(new Paragraph(aside.text())));
        blocks.add(new Facts(found.codes().stream()
                .map(handbook::entry)
                .map(entry -> new Fact(entry.code().title(), explained(entry, found)))
                .toList()));
        return new Document(texts.language(), texts.get(ReportText.SEARCH_TITLE, query), blocks);
    }

    private String explained(Entry entry, Found found) {
        String phrase = entry.definition().phrase();
        return found.reason(entry.number())
                .map(why -> texts.get(SearchText.REASON_BESIDE, phrase, WhyFoundText.of(why, texts)))
                .orElse(phrase);
    }

    /** The name of a code that leads to its page; empty if the handbook has none. */
    public Optional<Link.Code> link(int code) {
        return handbook.find(code).map(links::code);
    }

    /** A section that says so if what stands there is English, because the language lacks it. */
    private Section section(Entry entry, PageText heading, String field, Block block) {
        return new Section(texts.get(heading), marks(entry.filled().contains(field)), List.of(block));
    }

    private Section section(TextKey heading, Block block) {
        return new Section(texts.get(heading), List.of(), List.of(block));
    }

    private List<Badge> marks(boolean filled) {
        return filled ? List.of(new Badge.Fallback(texts.get(PageText.IN_ENGLISH))) : List.of();
    }

    private Codes codes(List<Integer> codes) {
        return new Codes(codes.stream().map(handbook::entry).map(links::code).toList());
    }

    private Reasons reasons(List<Cause> causes) {
        return new Reasons(causes.stream()
                .map(cause -> new Reason(
                        cause.cause(), cause.confirm(), texts.get(ReportText.CAUSE, cause.cause(), cause.confirm())))
                .toList());
    }

    private List<Fact> facts(ResponseCode code) {
        return Stream.of(Aspect.values())
                .map(aspect -> new Fact(texts.get(aspect), begun(facets.value(aspect, code))))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    /** Alone beside its name each value begins as a sentence does, also those that may stand within one elsewhere. */
    private String begun(String value) {
        int first = value.isEmpty() ? 0 : value.offsetByCodePoints(0, 1);
        return value.substring(0, first).toUpperCase(texts.language().locale()) + value.substring(first);
    }

    private List<String> otherPhrases(ResponseCode code) {
        return code.otherPhrases().stream()
                .map(other -> texts.get(ReportText.NAMED, other.phrase(), other.usedBy()))
                .toList();
    }

    private List<Row> rows(Entry left, Entry right) {
        Definition one = left.definition();
        Definition other = right.definition();
        return List.of(
                new Row(
                        texts.get(PageText.DESCRIPTION),
                        new Paragraphs(one.description()),
                        new Paragraphs(other.description())),
                new Row(texts.get(PageText.SEEN), new Items(false, one.seen()), new Items(false, other.seen())),
                new Row(
                        texts.get(PageText.fixHeading(left.code(), right.code())),
                        new Items(true, one.fix()),
                        new Items(true, other.fix())),
                new Row(texts.get(PageText.CAUSES), reasons(one.causes()), reasons(other.causes())));
    }
}
