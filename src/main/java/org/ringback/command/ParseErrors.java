package org.ringback.command;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ringback.language.TextKey;
import org.ringback.language.Texts;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParseResult;

/** Says in the user's language what the parser says in English. */
final class ParseErrors {

    private static final String GENERAL_HELP = Command.PROGRAM + " " + CommandTree.HELP;

    private final Texts texts;

    ParseErrors(Texts texts) {
        this.texts = texts;
    }

    /**
     * Refuses what could not be parsed. Of several errors it tells the one from which the others follow.
     *
     * @param asked the result for the command, or the root where no command was found
     */
    void check(ParseResult root, ParseResult asked) {
        List<String> unmatched = Stream.of(root, asked)
                .distinct()
                .flatMap(result -> result.unmatched().stream())
                .toList();
        List<Exception> errors = Stream.of(root, asked)
                .distinct()
                .flatMap(result -> result.errors().stream())
                .toList();
        checkOptions(asked, unmatched, errors);
        if (!root.hasSubcommand()) {
            throw unmatched.isEmpty() ? noCommand() : unknownCommand(unmatched);
        }
        checkWords(asked, unmatched);
        if (!errors.isEmpty()) {
            throw CommandRefusal.misuse(texts, CommandText.NOT_UNDERSTOOD, GENERAL_HELP);
        }
    }

    private void checkOptions(ParseResult asked, List<String> unmatched, List<Exception> errors) {
        for (Exception error : errors) {
            if (error instanceof MissingParameterException missing) {
                option(missing.getMissing()).ifPresent(this::refuseWithoutValue);
            }
            if (error instanceof OverwrittenOptionException twice) {
                throw CommandRefusal.misuse(texts, CommandText.OPTION_TWICE, name(twice));
            }
        }
        Optional<String> unknown =
                unmatched.stream().filter(word -> word.startsWith("-")).findFirst();
        if (unknown.isPresent()) {
            throw unknownOption(unknown.get(), asked);
        }
    }

    private static String name(OverwrittenOptionException error) {
        return error.getOverwritten() instanceof OptionSpec option ? option.longestName() : "";
    }

    private static Optional<OptionSpec> option(List<ArgSpec> missing) {
        return missing.stream()
                .filter(OptionSpec.class::isInstance)
                .map(OptionSpec.class::cast)
                .findFirst();
    }

    private void refuseWithoutValue(OptionSpec option) {
        throw CommandRefusal.misuse(
                texts,
                CommandText.VALUE_MISSING,
                option.longestName(),
                String.join(" ", option.description()).replace("%%", "%"));
    }

    private CommandRefusal unknownOption(String option, ParseResult asked) {
        List<String> known = asked.commandSpec().options().stream()
                .map(OptionSpec::longestName)
                .toList();
        String name = option.contains("=") ? option.substring(0, option.indexOf('=')) : option;
        String choices = Nearest.to(name, known).orElseGet(() -> String.join(", ", known));
        return CommandRefusal.misuse(texts, CommandText.UNKNOWN_OPTION, Typed.printable(name), choices);
    }

    private CommandRefusal noCommand() {
        return CommandRefusal.misuse(texts, CommandText.NO_COMMAND, String.join(", ", Command.words()), GENERAL_HELP);
    }

    /** No command of this name: the nearest one, or for bare numbers the command that was meant. */
    CommandRefusal unknownCommand(List<String> words) {
        String typed = words.getFirst();
        if (FilesToOpen.looksLikeFile(typed)) {
            return CommandRefusal.misuse(texts, FilesToOpen.whyNot(typed), Typed.printable(typed));
        }
        Optional<String> meant = meant(words);
        return meant.isPresent()
                ? CommandRefusal.misuse(texts, CommandText.DID_YOU_MEAN, Typed.printable(typed), meant.get())
                : CommandRefusal.misuse(
                        texts,
                        CommandText.UNKNOWN_COMMAND,
                        Typed.printable(typed),
                        String.join(", ", Command.words()),
                        GENERAL_HELP);
    }

    private static Optional<String> meant(List<String> words) {
        List<String> numbers = words.stream()
                .takeWhile(CodeArgument::isNumber)
                .map(Typed::withPlainDigits)
                .map(Typed::printable)
                .toList();
        return switch (numbers.size()) {
            case 0 -> Nearest.to(words.getFirst(), Command.words()).map(word -> Command.PROGRAM + " " + word);
            case 1 -> Optional.of(Command.EXPLAIN.call(numbers.getFirst()));
            default -> Optional.of(Command.COMPARE.call(numbers.get(0), numbers.get(1)));
        };
    }

    private void checkWords(ParseResult asked, List<String> unmatched) {
        List<String> words = RequestParser.words(asked);
        Command command = Command.of(asked.commandSpec().name()).orElseThrow();
        if (!unmatched.isEmpty()) {
            throw tooMany(
                    command, Stream.concat(words.stream(), unmatched.stream()).toList(), unmatched);
        }
        switch (command) {
            case EXPLAIN -> refuseIf(words.isEmpty(), CommandText.CODE_MISSING, Command.EXPLAIN.call("486"));
            case COMPARE -> refuseIf(words.isEmpty(), CommandText.CODES_MISSING, Command.COMPARE.call("486", "600"));
            case SEARCH ->
                refuseIf(
                        words.stream().allMatch(String::isBlank),
                        CommandText.WORDS_MISSING,
                        Command.SEARCH.call(texts.get(CommandText.EXAMPLE_WORDS)));
            case CALLS, MEDIA, DIAGNOSE, SHARE ->
                refuseIf(words.isEmpty(), CallsText.FILES_MISSING, command.call("call.pcap"));
            case LANGUAGES, HELP -> {}
        }
    }

    private void refuseIf(boolean wrong, TextKey reason, String example) {
        if (wrong) {
            throw CommandRefusal.misuse(texts, reason, example);
        }
    }

    private CommandRefusal tooMany(Command command, List<String> words, List<String> unmatched) {
        if (command == Command.EXPLAIN && !words.stream().allMatch(CodeArgument::isNumber)) {
            return CodeArgument.notANumber(texts, String.join(" ", words));
        }
        if (command == Command.EXPLAIN) {
            return CommandRefusal.misuse(texts, CommandText.TOO_MANY_CODES, comparison(words));
        }
        return CommandRefusal.misuse(
                texts,
                CommandText.TOO_MANY,
                Typed.printable(String.join(" ", unmatched)),
                Command.PROGRAM + " " + command.word() + " " + CommandTree.HELP);
    }

    private static String comparison(List<String> codes) {
        return Command.COMPARE.call(codes.stream()
                .limit(2)
                .map(Typed::withPlainDigits)
                .map(Typed::printable)
                .toArray(String[]::new));
    }
}
