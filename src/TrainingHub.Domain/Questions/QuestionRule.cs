namespace TrainingHub.Questions;

/// <summary>What a question must be, wherever it comes from: a course, the bank or a file of somebody else.</summary>
public static class QuestionRule
{
    /// <summary>Fewest options, steps, places, or pairs.</summary>
    public const int FewestOptions = 2;

    /// <summary>Most options of a question of choice.</summary>
    public const int MostChoices = 8;

    /// <summary>Most steps, places, clauses, pairs or targets.</summary>
    public const int MostParts = 12;

    /// <summary>Most blanks of a stem.</summary>
    public const int MostBlanks = 12;

    /// <summary>Most lines of a rubric.</summary>
    public const int MostRubricLines = 12;

    /// <summary>Most pictures beside a stem.</summary>
    public const int MostPictures = 6;

    /// <summary>Most corners of a zone; three are the fewest.</summary>
    public const int MostCorners = 40;

    /// <summary>Longest stem, story and explanation, in characters.</summary>
    public const int LongestText = 4000;

    /// <summary>Most characters of all options together, and of all targets together.</summary>
    public const int LongestOptions = 2400;

    /// <summary>Everything that is wrong; empty when the question can be asked and graded.</summary>
    public static IReadOnlyList<QuestionFault> Check(QuestionPrompt prompt, QuestionKey key) =>
    [
        .. CheckTexts(prompt, key),
        .. CheckOptions(prompt),
        .. prompt.Kind switch
        {
            QuestionKind.Single or QuestionKind.Multiple or QuestionKind.TrueFalse => CheckAnswer(prompt, key),
            QuestionKind.FillIn => CheckBlanks(prompt, key),
            QuestionKind.Matching => CheckPairs(prompt, key),
            QuestionKind.Hotspot => [.. CheckAnswer(prompt, key), .. CheckZones(prompt, key)],
            QuestionKind.Judgement => CheckLevel(prompt, key),
            QuestionKind.Written => CheckRubric(prompt, key),
            _ => [],
        },
    ];

    private static IEnumerable<QuestionFault> CheckTexts(QuestionPrompt prompt, QuestionKey key)
    {
        if (string.IsNullOrWhiteSpace(prompt.Stem))
        {
            yield return new QuestionFault(QuestionFaultKind.StemMissing);
        }

        if (string.IsNullOrWhiteSpace(key.Explanation))
        {
            yield return new QuestionFault(QuestionFaultKind.ExplanationMissing);
        }

        if (Math.Max(prompt.Stem.Length, Math.Max(key.Explanation.Length, prompt.Case?.Text.Length ?? 0)) > LongestText
            || Math.Max(prompt.Options.Sum(option => option.Length), prompt.Targets.Sum(target => target.Length)) > LongestOptions)
        {
            yield return new QuestionFault(QuestionFaultKind.TextTooLong);
        }
    }

    private static IEnumerable<QuestionFault> CheckOptions(QuestionPrompt prompt)
    {
        var (least, most) = prompt.Kind switch
        {
            QuestionKind.Single or QuestionKind.Multiple => (FewestOptions, MostChoices),
            QuestionKind.TrueFalse or QuestionKind.FillIn or QuestionKind.Written => (0, 0),
            QuestionKind.Judgement when prompt.Options.Count is 0 => (0, 0),
            _ => (FewestOptions, MostParts),
        };
        if (prompt.Options.Count < least || prompt.Options.Count > most)
        {
            yield return new QuestionFault(QuestionFaultKind.OptionCount);
        }

        foreach (var (at, option) in prompt.Options.Index())
        {
            if (string.IsNullOrWhiteSpace(option))
            {
                yield return new QuestionFault(QuestionFaultKind.OptionEmpty, at);
            }
            else if (prompt.Options.Take(at).Contains(option, StringComparer.Ordinal))
            {
                yield return new QuestionFault(QuestionFaultKind.OptionRepeated, at);
            }
        }
    }

    private static IEnumerable<QuestionFault> CheckAnswer(QuestionPrompt prompt, QuestionKey key)
    {
        if (key.CorrectOptions.Count is 0 || key.CorrectOptions.Any(option => option < 0 || option >= prompt.OptionCount))
        {
            yield return new QuestionFault(QuestionFaultKind.AnswerMissing);
        }
        else if (prompt.Kind switch
        {
            QuestionKind.Single or QuestionKind.TrueFalse => key.CorrectOptions.Count is not 1,
            QuestionKind.Multiple => key.CorrectOptions.Count < 2,
            _ => false,
        })
        {
            yield return new QuestionFault(QuestionFaultKind.AnswerCount);
        }
    }

    private static IEnumerable<QuestionFault> CheckBlanks(QuestionPrompt prompt, QuestionKey key)
    {
        if (key.Blanks.Count is 0 or > MostBlanks || key.Blanks.Count != prompt.BlankCount)
        {
            yield return new QuestionFault(QuestionFaultKind.BlankCount);
        }

        foreach (var (at, blank) in key.Blanks.Index())
        {
            if (blank.Accepted.Any(string.IsNullOrWhiteSpace) || (blank.Accepted.Count is 0 && blank.Value is null))
            {
                yield return new QuestionFault(QuestionFaultKind.BlankEmpty, at);
            }
            else if (blank.Tolerance < 0 || (blank.NeedsUnit && blank.Units.Count is 0) || (blank.Value is null && (blank.Tolerance > 0 || blank.Units.Count > 0)))
            {
                yield return new QuestionFault(QuestionFaultKind.BlankNumber, at);
            }
        }
    }

    private static IEnumerable<QuestionFault> CheckPairs(QuestionPrompt prompt, QuestionKey key)
    {
        if (prompt.Targets.Count is < FewestOptions or > MostParts
            || prompt.Targets.Any(string.IsNullOrWhiteSpace)
            || prompt.Targets.Distinct(StringComparer.Ordinal).Count() != prompt.Targets.Count)
        {
            yield return new QuestionFault(QuestionFaultKind.TargetCount);
        }

        for (var at = 0; at < prompt.Options.Count; at++)
        {
            if (at >= key.Pairs.Count || key.Pairs[at] < 0 || key.Pairs[at] >= prompt.Targets.Count)
            {
                yield return new QuestionFault(QuestionFaultKind.PairMissing, at);
            }
        }
    }

    private static IEnumerable<QuestionFault> CheckZones(QuestionPrompt prompt, QuestionKey key)
    {
        if (prompt.Picture is null)
        {
            yield return new QuestionFault(QuestionFaultKind.PictureMissing);
        }

        for (var at = 0; at < prompt.Options.Count; at++)
        {
            if (at >= key.Zones.Count
                || key.Zones[at].Corners.Count is < 3 or > MostCorners
                || key.Zones[at].Corners.Any(corner => corner is not { X: >= 0 and <= 1000, Y: >= 0 and <= 1000 }))
            {
                yield return new QuestionFault(QuestionFaultKind.ZoneMissing, at);
            }
        }
    }

    private static IEnumerable<QuestionFault> CheckLevel(QuestionPrompt prompt, QuestionKey key)
    {
        if (key.Level is null)
        {
            yield return new QuestionFault(QuestionFaultKind.LevelMissing);
        }
        else if (key.Level is HazardLevel.None && key.CorrectOptions.Count > 0)
        {
            yield return new QuestionFault(QuestionFaultKind.ClauseWithoutHazard);
        }
        else if (key.CorrectOptions.Any(option => option < 0 || option >= prompt.Options.Count)
            || (key.Level is not HazardLevel.None && prompt.Options.Count > 0 && key.CorrectOptions.Count is 0))
        {
            yield return new QuestionFault(QuestionFaultKind.AnswerMissing);
        }
    }

    private static IEnumerable<QuestionFault> CheckRubric(QuestionPrompt prompt, QuestionKey key)
    {
        if (key.Rubric.Count is 0 or > MostRubricLines || key.Rubric.Any(line => string.IsNullOrWhiteSpace(line.Text) || line.Weight is < 1 or > 100))
        {
            yield return new QuestionFault(QuestionFaultKind.RubricMissing);
        }

        if (prompt.MostCharacters is < 1 or > Response.MostCharacters)
        {
            yield return new QuestionFault(QuestionFaultKind.CharacterCount);
        }
    }
}
