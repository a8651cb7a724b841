using TrainingHub.Questions;

namespace TrainingHub.Courseware.Exchange;

/// <summary>What each format can carry, so that what comes back is what went out.</summary>
public static class ExchangeRule
{
    /// <summary>Why the format cannot carry the question; null when it can.</summary>
    public static CarryFault? WhyNot(ExchangeFormat format, ForeignQuestion question) => format switch
    {
        ExchangeFormat.CsvGb18030 => Of(ExchangeFormat.Csv, question) ?? (TableWriter.Row(question, TableWriter.OptionColumns([question])).All(GbText.Carries) ? null : CarryFault.Characters),
        ExchangeFormat.Qti22 => Of(ExchangeFormat.Qti, question),
        _ => Of(format, question),
    };

    private static CarryFault? Of(ExchangeFormat format, ForeignQuestion question)
    {
        if (format is ExchangeFormat.Markdown)
        {
            return string.IsNullOrWhiteSpace(question.Explanation) ? CarryFault.Explanation : null;
        }

        return question switch
        {
            { Kind: null } => CarryFault.Kind,
            { Kind: QuestionKind.Judgement } when format is not (ExchangeFormat.Workbook or ExchangeFormat.Csv) => CarryFault.Kind,
            { Kind: QuestionKind.Hotspot } when format is not ExchangeFormat.Qti => CarryFault.Kind,
            { Case: not null } => CarryFault.Case,
            { MorePictures.Count: > 0 } => CarryFault.SeveralPictures,
            { Picture: not null } when format is not (ExchangeFormat.Qti or ExchangeFormat.MoodleXml) => CarryFault.Picture,
            _ => format switch
            {
                ExchangeFormat.Workbook or ExchangeFormat.Csv => OfTable(question),
                ExchangeFormat.Gift => OfGift(question),
                ExchangeFormat.MoodleXml => OfMoodle(question),
                ExchangeFormat.Qti => OfQti(question),
                _ => OfAiken(question),
            },
        };
    }

    private static CarryFault? OfTable(ForeignQuestion question) =>
        question.Kind is QuestionKind.Matching && question.Options.Concat(question.Targets).Any(HasArrow) ? CarryFault.Signs
        : question.Kind is QuestionKind.Written && question.Rubric.Any(line => line.Text.Contains('\n', StringComparison.Ordinal)) ? CarryFault.LineBreak
        : null;

    private static CarryFault? OfGift(ForeignQuestion question) => question.Kind switch
    {
        QuestionKind.Ordering => CarryFault.Kind,
        QuestionKind.Written => CarryFault.Rubric,
        QuestionKind.Matching when question.Options.Concat(question.Targets).Any(HasArrow) => CarryFault.Signs,
        QuestionKind.FillIn when question.Blanks.SelectMany(blank => blank.Accepted).Any(word => word.Contains("->", StringComparison.Ordinal)) => CarryFault.Signs,
        QuestionKind.FillIn => OfBlanks(question),
        _ => null,
    };

    private static CarryFault? OfMoodle(ForeignQuestion question) => question.Kind switch
    {
        QuestionKind.FillIn when question.Blanks.Any(blank => blank is { Value: not null, Accepted.Count: > 0 }) => CarryFault.NumberAndWords,
        QuestionKind.FillIn when question.Blanks.Count is 1 => null,
        QuestionKind.FillIn when question.Blanks.Any(blank => blank.Units.Count > 0) => CarryFault.NumberAndWords,
        QuestionKind.FillIn when ClozeText.HasGap(question.Stem) => CarryFault.Signs,
        QuestionKind.FillIn when question.Picture is not null => CarryFault.SeveralBlanks,
        QuestionKind.Written when question.Rubric.Any(line => line.Text.Contains('\n', StringComparison.Ordinal)) => CarryFault.LineBreak,
        _ => null,
    };

    private static CarryFault? OfQti(ForeignQuestion question) => question.Kind switch
    {
        QuestionKind.FillIn when question.Blanks.Any(blank => blank is { Value: not null, Accepted.Count: > 0 } or { Units.Count: > 0 }) => CarryFault.NumberAndWords,
        QuestionKind.Written when question.Rubric.Any(line => line.Text.Contains('\n', StringComparison.Ordinal)) => CarryFault.LineBreak,
        _ => null,
    };

    private static CarryFault? OfAiken(ForeignQuestion question) => question.Kind switch
    {
        QuestionKind.Single or QuestionKind.TrueFalse when question.Options.Append(question.Stem).Any(text => text.Contains('\n', StringComparison.Ordinal)) => CarryFault.LineBreak,
        QuestionKind.Single or QuestionKind.TrueFalse => AikenReader.IsPartOfFormat(question.Stem) ? CarryFault.Signs : null,
        _ => CarryFault.Kind,
    };

    private static CarryFault? OfBlanks(ForeignQuestion question) => question.Blanks switch
    {
        not [_] => CarryFault.SeveralBlanks,
        [{ Value: not null, Accepted.Count: > 0 } or { Units.Count: > 0 }] => CarryFault.NumberAndWords,
        _ => null,
    };

    private static bool HasArrow(string text) =>
        text.Contains('→', StringComparison.Ordinal) || text.Contains("->", StringComparison.Ordinal) || text.Contains("=>", StringComparison.Ordinal) || text.Contains("——", StringComparison.Ordinal);
}
