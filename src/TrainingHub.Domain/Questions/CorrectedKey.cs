namespace TrainingHub.Questions;

/// <summary>更正: what takes the place of a question version's key, or of the rule its points are counted by. What is null stays as the version has it.</summary>
public sealed record CorrectedKey
{
    /// <summary>Original option indices, ascending, each once. Of a single choice several may be named: any one of them is right.</summary>
    public IReadOnlyList<int>? CorrectOptions { get; init; }

    /// <summary>填空题: for each blank the words that are taken, as corrections said before <see cref="Blanks"/>; numbers keep their tolerance and units.</summary>
    public IReadOnlyList<IReadOnlyList<string>>? Accepted { get; init; }

    /// <summary>填空题: for each blank what is taken, number, tolerance and units included.</summary>
    public IReadOnlyList<BlankKey>? Blanks { get; init; }

    /// <summary>排序题: the steps in their right order, by original index.</summary>
    public IReadOnlyList<int>? Order { get; init; }

    /// <summary>图上标注题: for each place where it lies.</summary>
    public IReadOnlyList<Zone>? Zones { get; init; }

    /// <summary>匹配题: for each option the index of its target.</summary>
    public IReadOnlyList<int>? Pairs { get; init; }

    /// <summary>隐患判定题: the right level.</summary>
    public HazardLevel? Level { get; init; }

    /// <summary>计分规则 instead of the one frozen with the papers.</summary>
    public ScoreRule? Rule { get; init; }

    /// <summary>送分: the question cannot be answered rightly; everybody who had it on the paper gets its points, whoever left it blank too.</summary>
    public bool GivesAll { get; init; }

    /// <summary>The key with what is corrected; explanation and basis stay.</summary>
    public QuestionKey ApplyTo(QuestionKey key) => key with
    {
        CorrectOptions = CorrectOptions ?? key.CorrectOptions,
        Blanks = Blanks ?? (Accepted is null ? key.Blanks : [.. key.Blanks.Zip(Accepted, (blank, words) => blank with { Accepted = words })]),
        Order = Order ?? key.Order,
        Zones = Zones ?? key.Zones,
        Pairs = Pairs ?? key.Pairs,
        Level = Level ?? key.Level,
    };

    /// <summary>Why this cannot correct such a question; null when it can.</summary>
    public CorrectionFault? FindFault(QuestionPrompt prompt)
    {
        if (!prompt.IsGradedAtOnce)
        {
            return CorrectionFault.MarkedByPeople;
        }

        if (GivesAll)
        {
            return null;
        }

        return prompt.Kind switch
        {
            QuestionKind.Single or QuestionKind.Multiple or QuestionKind.TrueFalse => AreOptionsWrong(prompt) ? CorrectionFault.Options : null,
            QuestionKind.Hotspot => AreOptionsWrong(prompt) ? CorrectionFault.Options : AreZonesWrong(prompt) ? CorrectionFault.Zones : null,
            QuestionKind.Judgement => Level is null ? CorrectionFault.Level : AreIndicesWrong(CorrectOptions, prompt.OptionCount) ? CorrectionFault.Options : null,
            QuestionKind.FillIn => FindBlankFault(prompt),
            QuestionKind.Matching => Pairs is null || Pairs.Count != prompt.Options.Count || Pairs.Any(target => target < 0 || target >= prompt.Targets.Count) ? CorrectionFault.Pairs : null,
            QuestionKind.Ordering => Order is not null && (Order.Count != prompt.Options.Count || AreIndicesWrong(Order, prompt.Options.Count)) ? CorrectionFault.Order : null,
            _ => null,
        };
    }

    private CorrectionFault? FindBlankFault(QuestionPrompt prompt)
    {
        if ((Blanks?.Count ?? Accepted?.Count) != prompt.BlankCount)
        {
            return CorrectionFault.Blanks;
        }

        return Blanks?.Any(blank => (blank.Accepted.Count is 0 && blank.Value is null) || blank.Tolerance < 0
            || (blank.NeedsUnit && blank.Units.Count is 0) || (blank.Value is null && (blank.Tolerance > 0 || blank.Units.Count > 0))) is true ? CorrectionFault.Numbers : null;
    }

    private bool AreZonesWrong(QuestionPrompt prompt) =>
        Zones is not null && (Zones.Count != prompt.Options.Count
            || Zones.Any(zone => zone.Corners.Count is < 3 or > QuestionRule.MostCorners || zone.Corners.Any(corner => corner is not { X: >= 0 and <= 1000, Y: >= 0 and <= 1000 })));

    private bool AreOptionsWrong(QuestionPrompt prompt) =>
        CorrectOptions is not { Count: > 0 } || AreIndicesWrong(CorrectOptions, prompt.OptionCount)
        || (prompt.Kind is QuestionKind.TrueFalse && CorrectOptions.Count > 1);

    private static bool AreIndicesWrong(IReadOnlyList<int>? indices, int count) =>
        indices is not null && (indices.Any(index => index < 0 || index >= count) || indices.Distinct().Count() != indices.Count);
}
