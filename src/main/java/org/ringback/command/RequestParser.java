package org.ringback.command;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ringback.answers.Format;
import org.ringback.answers.ShareFormat;
import org.ringback.language.Languages;
import org.ringback.language.Texts;
import org.ringback.pseudonym.Likeness;
import org.ringback.report.CallFormat;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParseResult;

/** Turns arguments into a request. */
final class RequestParser {

    private final Texts texts;
    private final CommandLine parser;

    RequestParser(Texts texts, Languages languages) {
        this.texts = texts;
        this.parser = CommandTree.parser(texts, languages);
    }

    /**
     * Reads the arguments.
     *
     * @throws CommandRefusal if they make no request
     */
    Request parse(String... arguments) {
        ParseResult root = parser.parseArgs(arguments);
        ParseResult asked = root.hasSubcommand() ? root.subcommand() : root;
        if (root.isUsageHelpRequested() || asked.isUsageHelpRequested()) {
            return new Request.Help(usage(asked.commandSpec().commandLine()));
        }
        if (root.isVersionHelpRequested()) {
            return new Request.Version();
        }
        new ParseErrors(texts).check(root, asked);
        return request(root, asked);
    }

    private Request request(ParseResult root, ParseResult asked) {
        List<String> words = words(asked);
        Command command = Command.of(asked.commandSpec().name()).orElseThrow();
        if (command == Command.CALLS) {
            return calls(root, asked, words);
        }
        if (command == Command.MEDIA) {
            return media(root, asked, words);
        }
        if (command == Command.SHARE) {
            return share(root, asked, words);
        }
        Format format = format(root, asked);
        return switch (command) {
            case EXPLAIN -> new Request.Explain(words.getFirst(), format);
            case COMPARE ->
                new Request.Compare(words.getFirst(), words.stream().skip(1).findFirst(), format);
            case SEARCH -> new Request.Search(words, format);
            case LANGUAGES -> new Request.Languages(format);
            case CALLS -> calls(root, asked, words);
            case MEDIA -> media(root, asked, words);
            case DIAGNOSE -> new Request.Diagnose(files(asked, words), format);
            case SHARE -> share(root, asked, words);
            case HELP -> new Request.Help(words.isEmpty() ? usage(parser) : usage(words.getFirst()));
        };
    }

    private Request calls(ParseResult root, ParseResult asked, List<String> words) {
        return new Request.Calls(
                files(asked, words),
                choice(root, asked, CallFormat.values()),
                asked.hasMatchedOption(CommandTree.PROBLEMS),
                asked.hasMatchedOption(CommandTree.SUMMARY));
    }

    private Request media(ParseResult root, ParseResult asked, List<String> words) {
        return new Request.Media(files(asked, words), choice(root, asked, CallFormat.values()));
    }

    private Request share(ParseResult root, ParseResult asked, List<String> words) {
        String output = asked.matchedOptionValue(CommandTree.OUTPUT, "");
        var files = new CaptureFiles(texts);
        return new Request.Share(
                files(asked, words),
                which(asked),
                choice(root, asked, ShareFormat.values()),
                likeness(asked),
                output.isEmpty() ? Optional.empty() : Optional.of(files.path(output)));
    }

    private WhichCalls which(ParseResult asked) {
        String callId = asked.matchedOptionValue(CommandTree.CALL, "");
        boolean problems = asked.hasMatchedOption(CommandTree.PROBLEMS);
        if (!callId.isEmpty() && problems) {
            throw CommandRefusal.misuse(
                    texts, ShareCommandText.CALL_OR_PROBLEMS, CommandTree.CALL, CommandTree.PROBLEMS);
        }
        return problems
                ? new WhichCalls.Problems()
                : callId.isEmpty() ? new WhichCalls.All() : new WhichCalls.Named(callId);
    }

    /** To blur is to give pseudonyms. */
    private static Optional<Likeness> likeness(ParseResult asked) {
        if (asked.hasMatchedOption(CommandTree.BLUR)) {
            return Optional.of(Likeness.BLURRED);
        }
        return asked.hasMatchedOption(CommandTree.PSEUDONYMS) ? Optional.of(Likeness.EXACT) : Optional.empty();
    }

    private List<CaptureFile> files(ParseResult asked, List<String> words) {
        List<String> offsets = asked.matchedOptionValue(CommandTree.OFFSET, List.of());
        return new CaptureFiles(texts).of(words, offsets);
    }

    /** Everything that was given to a command beside its options, in order. */
    static List<String> words(ParseResult asked) {
        return asked.matchedPositionals().stream()
                .distinct()
                .flatMap(positional -> positional.originalStringValues().stream())
                .toList();
    }

    private Format format(ParseResult root, ParseResult asked) {
        return choice(root, asked, Format.values());
    }

    private <F extends Enum<F>> F choice(ParseResult root, ParseResult asked, F[] formats) {
        String given = root.matchedOptionValue(CommandTree.FORMAT, "text");
        String name = asked.matchedOptionValue(CommandTree.FORMAT, given);
        return Arrays.stream(formats)
                .filter(format -> format.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> CommandRefusal.misuse(
                        texts,
                        CommandText.UNKNOWN_FORMAT,
                        Typed.printable(name),
                        String.join(", ", CommandTree.words(formats))));
    }

    private String usage(String command) {
        CommandLine sub = parser.getSubcommands().get(command);
        if (sub == null) {
            throw new ParseErrors(texts).unknownCommand(List.of(command));
        }
        return usage(sub);
    }

    private static String usage(CommandLine command) {
        return command.getUsageMessage(Ansi.OFF).replace(System.lineSeparator(), "\n");
    }
}
