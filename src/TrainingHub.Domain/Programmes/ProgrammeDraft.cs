using TrainingHub.Time;

namespace TrainingHub.Programmes;

/// <summary>A programme as somebody asks for it, not yet set.</summary>
public sealed record ProgrammeDraft
{
    /// <summary>The longest validity, in whole months.</summary>
    public const int MostMonths = 240;

    // Words that stand in names of licences of the law: 特种作业操作证, 职业资格证书, 保安员证, 健康证明, 安全考核合格证 …
    private static readonly string[] StatutoryWords =
        ["操作证", "作业人员证", "资格", "上岗证", "执业", "许可证", "驾驶证", "保安员证", "健康证", "考核合格证"];

    public required string Slug { get; init; }
    public required string Name { get; init; }

    /// <summary>Null: the Chinese name stands in English pages as well.</summary>
    public string? NameEn { get; init; }

    /// <summary>制定单位: sets it and issues its certificates.</summary>
    public required Guid OrganizationId { get; init; }

    /// <summary>First day of the cycle (included).</summary>
    public required DateOnly CycleFrom { get; init; }

    /// <summary>Last day of the cycle (included).</summary>
    public required DateOnly CycleUntil { get; init; }
    /// <summary>What completes it.</summary>
    public required ProgrammeDemand Demand { get; init; }

    /// <summary>Whole months for which records and certificates are valid, 1 to <see cref="MostMonths"/>; null: without end.</summary>
    public int? ValidityMonths { get; init; }
    public bool OnlyWhileInPost { get; init; }
    public required string CertificateTitle { get; init; }

    /// <summary>The policy document that it carries out; null: none that the system knows.</summary>
    public PolicyPreset? Policy { get; init; }

    /// <summary>Whether a heading uses words of a licence that the law knows; ours never replace one.</summary>
    public static bool IsStatutory(string title) => StatutoryWords.Any(word => title.Contains(word, StringComparison.Ordinal));

    public IEnumerable<ProgrammeFault> Faults() => new ProgrammeFrame(CycleFrom, CycleUntil, ValidityMonths, CertificateTitle).Faults().Concat(Demand.Faults());

    /// <summary>The programme and its first rule, which holds from the first day of the cycle until it is changed.</summary>
    public (Programme Programme, ProgrammeTerms Terms) Make(Func<Guid> nextId, DateTime now, Guid? recordedBy)
    {
        var (programmeId, ruleId) = (nextId(), nextId());
        return (
            new Programme
            {
                Id = programmeId,
                Slug = Slug,
                Name = Name,
                NameEn = NameEn ?? Name,
                OrganizationId = OrganizationId,
                Policy = Policy,
                CreatedAt = now,
            },
            new ProgrammeTerms(new ProgrammeRule
            {
                Id = ruleId,
                FactId = ruleId,
                ProgrammeId = programmeId,
                From = CycleFrom,
                Until = Day.Open,
                RecordedAt = now,
                RecordedBy = recordedBy,
                CycleFrom = CycleFrom,
                CycleUntil = CycleUntil,
                CourseSlug = Demand.CourseSlug,
                QuizSlug = Demand.QuizSlug,
                RefusesOutside = Demand.RefusesOutside,
                ValidityMonths = ValidityMonths,
                OnlyWhileInPost = OnlyWhileInPost,
                CertificateTitle = CertificateTitle,
            }, [.. Demand.Parts.Select((part, index) => part.Of(nextId(), ruleId, index + 1))]));
    }
}
