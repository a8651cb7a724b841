using Microsoft.Extensions.Localization;
using TrainingHub.Questions;

namespace TrainingHub.Quizzes.Results;

/// <summary>What was answered to a question, in words: tables of answers and how often each was given.</summary>
public sealed class SpreadWords(IStringLocalizer<ResultsText> text)
{
    public IReadOnlyList<SpreadTable> TablesOf(AnswerSpread spread)
    {
        var prompt = spread.Question.Prompt;
        SpreadTable[] tables = prompt.Kind switch
        {
            QuestionKind.Single or QuestionKind.Multiple or QuestionKind.TrueFalse => [new(text["OptionTable"], Options(spread))],
            QuestionKind.Hotspot => [new(text["PlaceTable"], [.. Options(spread), new SpreadTable.Row(text["Astray"], spread.Astray, false)])],
            QuestionKind.Judgement => [new(text["LevelTable"], Levels(spread)), new(text["ClauseTable"], Options(spread))],
            QuestionKind.Matching => [new(text["PairTable"], Pairs(spread))],
            QuestionKind.Ordering => [new(text["OrderTable", AnswerSpread.MostListed], Orders(spread))],
            QuestionKind.FillIn => [.. Enumerable.Range(0, prompt.BlankCount).Select(blank => new SpreadTable(text["WrongTable", blank + 1, AnswerSpread.MostListed], Wrong(spread, blank)))],
            _ => [],
        };
        return [.. tables.Where(table => table.Rows.Count > 0)];
    }

    /// <summary>Everything in one line.</summary>
    public string LineOf(AnswerSpread spread) =>
        string.Join(text["Semicolon"], TablesOf(spread).SelectMany(table => table.Rows).Where(row => row.Times > 0).Select(row => text["Answer_Times", row.Answer, row.Times].Value));

    public string KindOf(QuestionKind kind) => text[$"Kind_{kind}"];

    private List<SpreadTable.Row> Options(AnswerSpread spread)
    {
        var prompt = spread.Question.Prompt;
        return
        [
            .. spread.Options.Select((times, option) => new SpreadTable.Row(
                prompt.Kind is QuestionKind.TrueFalse ? text[option == 0 ? "True" : "False"] : $"{(char)('A' + option)} {prompt.Options[option]}", times, spread.Question.Key.CorrectOptions.Contains(option))),
        ];
    }

    private List<SpreadTable.Row> Levels(AnswerSpread spread) =>
        [.. Enum.GetValues<HazardLevel>().Select(level => new SpreadTable.Row(text[$"Level_{level}"], spread.TimesOf(level), spread.Question.Key.Level == level))];

    private List<SpreadTable.Row> Pairs(AnswerSpread spread)
    {
        var (prompt, right) = (spread.Question.Prompt, spread.Question.Key.Pairs);
        return [.. spread.Pairs.Select(pair => new SpreadTable.Row(text["Pair", prompt.Options[pair.Option], prompt.Targets[pair.Target]], pair.Times, right[pair.Option] == pair.Target))];
    }

    private List<SpreadTable.Row> Orders(AnswerSpread spread) =>
        [.. spread.Orders.Select(order => new SpreadTable.Row(string.Join(text["Then"], order.Order.Steps.Select(step => spread.Question.Prompt.Options[step])), order.Times, Grading.IsRight(spread.Question, order.Order)))];

    private static List<SpreadTable.Row> Wrong(AnswerSpread spread, int blank) => [.. spread.WrongTexts(blank).Select(wrong => new SpreadTable.Row(wrong.Text, wrong.Times, false))];
}
