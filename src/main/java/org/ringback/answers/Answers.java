package org.ringback.answers;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.ringback.capture.wire.Unusable;
import org.ringback.comparison.Comparer;
import org.ringback.comparison.Comparison;
import org.ringback.comparison.Contrasts;
import org.ringback.diagnosis.FindingTexts;
import org.ringback.handbook.Entry;
import org.ringback.handbook.FacetTexts;
import org.ringback.handbook.Handbook;
import org.ringback.handbook.HeaderTexts;
import org.ringback.handbook.Rfcs;
import org.ringback.language.Language;
import org.ringback.language.Texts;
import org.ringback.page.Document;
import org.ringback.page.FindingCards;
import org.ringback.page.HandbookDocuments;
import org.ringback.page.PacketPages;
import org.ringback.report.Html;
import org.ringback.report.Json;
import org.ringback.report.Markdown;
import org.ringback.report.PlainText;
import org.ringback.search.Asides;
import org.ringback.search.CodeSearch;
import org.ringback.search.Found;
import org.ringback.words.UnusableText;

/** Everything that Ringback can say in one language: the window and the command line get the same answers from here. */
public final class Answers {

    private final Texts texts;
    private final Handbook handbook;
    private final Rfcs rfcs;
    private final HandbookDocuments documents;
    private final FacetTexts facets;
    private final Supplier<Contrasts> contrasts;
    private final Supplier<CodeSearch> searches;
    private final Supplier<HeaderTexts> headerTexts;
    private final Supplier<FindingTexts> findingTexts;
    private Comparer comparer;
    private HeaderTexts headers;
    private FindingTexts findings;
    private CodeSearch search;
    private Asides asides;

    Answers(
            Texts texts,
            Handbook handbook,
            Supplier<Contrasts> contrasts,
            Rfcs rfcs,
            Supplier<HeaderTexts> headerTexts,
            Supplier<FindingTexts> findingTexts,
            Supplier<CodeSearch> searches) {
        this.texts = texts;
        this.handbook = handbook;
        this.rfcs = rfcs;
        this.documents = new HandbookDocuments(handbook, rfcs, texts);
        this.facets = new FacetTexts(texts);
        this.contrasts = contrasts;
        this.headerTexts = headerTexts;
        this.findingTexts = findingTexts;
        this.searches = searches;
    }

    public Language language() {
        return texts.language();
    }

    public Texts texts() {
        return texts;
    }

    public FacetTexts facets() {
        return facets;
    }

    public Rfcs rfcs() {
        return rfcs;
    }

    /** What each header is for; read when it is first asked for. */
    public synchronized HeaderTexts headers() {
        if (headers == null) {
            headers = headerTexts.get();
        }
        return headers;
    }

    /** What findings say; read when it is first asked for. */
    public synchronized FindingTexts findings() {
        if (findings == null) {
            findings = findingTexts.get();
        }
        return findings;
    }

    public List<Entry> all() {
        return handbook.all();
    }

    public Optional<Entry> find(int code) {
        return handbook.find(code);
    }

    /**
     * Compares two codes in the order given.
     *
     * @throws IllegalArgumentException if one of the numbers is not in the handbook
     */
    public Comparison compare(int left, int right) {
        return comparer().compare(left, right);
    }

    private synchronized Comparer comparer() {
        if (comparer == null) {
            comparer = new Comparer(handbook, contrasts.get(), rfcs, texts);
        }
        return comparer;
    }

    /** What people mean who type these words; the index is built when the first search needs it. */
    public Found search(String query) {
        return searcher().find(query).beside(asides().of(query));
    }

    /** The same without a wait: until the other languages are prepared, only what this one and English know. */
    public Found searchAtOnce(String query) {
        return searcher().findAtOnce(query).beside(asides().of(query));
    }

    /** Builds the index before anybody waits for it; may be called on any thread. */
    public void prepareSearch() {
        searchAtOnce("prepare");
    }

    /** Reads for the search what other languages say, which takes seconds; may be called on any thread. */
    public void prepareOtherLanguages() {
        searcher().prepareOthers();
    }

    /** Whether no search has to wait for another language. */
    public boolean otherLanguagesPrepared() {
        return searcher().othersPrepared();
    }

    private synchronized Asides asides() {
        if (asides == null) {
            asides = new Asides(handbook, headers(), texts);
        }
        return asides;
    }

    private synchronized CodeSearch searcher() {
        if (search == null) {
            search = searches.get();
        }
        return search;
    }

    /**
     * Says what was found out about calls.
     *
     * @param zone in which times are told
     */
    public FindingCards cards(ZoneId zone) {
        return new FindingCards(findings(), texts, rfcs, documents::link, zone);
    }

    /**
     * Says what the network did, and what its packets say.
     *
     * @param zone in which times are told
     */
    public PacketPages packets(ZoneId zone) {
        return new PacketPages(texts, zone);
    }

    /** Number and phrase of a code; of one that is not in the handbook, its number. */
    public String title(int code) {
        return find(code).map(entry -> entry.code().title()).orElseGet(() -> Integer.toString(code));
    }

    /** Says what could not be used of a file. */
    public String unusable(Unusable part, String file) {
        return UnusableText.of(part, file, texts);
    }

    /** The page of a code. */
    public Document document(Entry entry) {
        return documents.page(entry);
    }

    /** The page of two codes side by side. */
    public Document document(Comparison comparison) {
        return documents.comparison(comparison);
    }

    public String page(Entry entry, Format format) {
        return format == Format.JSON ? new Json(rfcs, texts).page(entry) : print(documents.page(entry), format);
    }

    public String comparison(Comparison comparison, Format format) {
        return format == Format.JSON
                ? new Json(rfcs, texts).comparison(comparison)
                : print(documents.comparison(comparison), format);
    }

    /** What a search found, as it is printed. */
    public String searchResult(String query, Found found, Format format) {
        return format == Format.JSON
                ? new Json(rfcs, texts).searchResult(query, found, handbook)
                : print(documents.searchResult(query, found), format);
    }

    /** A document in a format; those that are made for JSON alone are no documents. */
    public static String print(Document document, Format format) {
        return switch (format) {
            case MARKDOWN -> Markdown.of(document);
            case HTML -> Html.of(document);
            case TEXT, JSON -> PlainText.of(document);
        };
    }
}
