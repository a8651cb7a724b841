using System.Globalization;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Programmes;

/// <summary>Targets that are set in the same words in many places.</summary>
public static class TargetPresets
{
    /// <summary>Schools that are legal persons; campuses and teaching points are not and keep none of these posts of their own.</summary>
    public const OrganizationKind Schools = OrganizationKind.TownshipCentralSchool | OrganizationKind.School
        | OrganizationKind.VocationalCollege | OrganizationKind.University;

    /// <summary>First and last day of the city plan (both included).</summary>
    public static readonly DateOnly PlanFrom = new(2024, 1, 1), PlanUntil = new(2026, 12, 31);

    /// <summary>
    /// Item 7 of the city plan: principals, vice principals for safety and persons responsible; at least 30 % by the end of 2024, 60 % by
    /// the end of 2025, all by the end of 2026, counted over the years together from 2024-01-01.
    /// </summary>
    /// <param name="programmeId">The programme that is owed.</param>
    /// <param name="organizationId">Who sets the targets.</param>
    /// <param name="nextId">Makes ids.</param>
    /// <param name="now">The present instant, UTC.</param>
    /// <param name="source">Where the promise is written; null to leave it open.</param>
    /// <param name="kinds">Kinds of organization that keep these posts.</param>
    /// <param name="series">Names the series and begins the addresses.</param>
    public static IReadOnlyList<TargetPreset> CityPlanItem7(
        Guid programmeId, Guid organizationId, Func<Guid> nextId, DateTime now,
        string? source = null, OrganizationKind kinds = Schools, string series = "s3-7")
    {
        return [Year(2024, 30), Year(2025, 60), Year(2026, 100)];

        TargetPreset Year(int year, int percent)
        {
            var (targetId, ruleId, end) = (nextId(), nextId(), new DateOnly(year, 12, 31));
            var target = new CoverageTarget
            {
                Id = targetId,
                Slug = string.Create(CultureInfo.InvariantCulture, $"{series}-{year}"),
                ProgrammeId = programmeId,
                OrganizationId = organizationId,
                Name = "校长、分管安全副校长、具体责任人轮训",
                NameEn = "Rotation training of principals, vice principals for safety and persons responsible",
                Series = series,
                Year = year,
                Source = source,
                CreatedAt = now,
            };
            return new TargetPreset(target, new TargetRule
            {
                Id = ruleId,
                FactId = ruleId,
                TargetId = targetId,
                From = Day.Beginning,
                Until = Day.Open,
                RecordedAt = now,
                Percent = percent,
                Positions = CorePosition.Principal | CorePosition.ViceSafety | CorePosition.PersonResponsible,
                Kinds = kinds,
                Employments = Employment.All,
                WindowFrom = PlanFrom,
                WindowUntil = end,
                RosterDay = end,
                CutOffDay = end,
            });
        }
    }
}
