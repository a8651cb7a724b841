using Microsoft.EntityFrameworkCore;
using TrainingHub.Programmes;
using TrainingHub.Records;
using TrainingHub.Storage;

namespace TrainingHub.Recognitions;

/// <summary>Outside training that was recognized.</summary>
public sealed class OutsideLearning(Db db) : ILearningSource
{
    public async Task<IReadOnlyList<LearningFact>> OfAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel)
    {
        var facts = await RecognizedAsync(people, cancel);
        var programmes = facts.Select(fact => fact.ProgrammeId).OfType<Guid>().Distinct().ToList();
        if (programmes.Count == 0)
        {
            return facts;
        }

        var terms = (await db.TermsOfAsync(db.ProgrammeRules.Known().AsNoTracking().Where(rule => programmes.Contains(rule.ProgrammeId)).OrderBy(rule => rule.From), cancel))
            .ToLookup(one => one.Rule.ProgrammeId);
        // Done before the first rule, it counts by that rule.
        return facts.ConvertAll(fact => fact.ProgrammeId is { } id && terms[id].FirstOrDefault(one => fact.Day <= one.Rule.Until) is { } asked ? fact with { Demand = asked.DemandKey } : fact);
    }

    private Task<List<LearningFact>> RecognizedAsync(IReadOnlyCollection<Guid> people, CancellationToken cancel) =>
        db.OutsideTrainings.AsNoTracking().Known().Where(one => people.Contains(one.PersonId) && one.State == OutsideState.Accepted)
            .Select(one => new LearningFact
            {
                PersonId = one.PersonId,
                Kind = LearningKind.Outside,
                SourceId = one.FactId,
                Day = one.Until,
                Title = one.Title,
                CourseSlug = one.CourseSlug,
                Domains = one.Domain,
                Minutes = one.Minutes,
                ProgrammeId = one.ProgrammeId,
                Result = one.Result,
                Organizer = one.Organizer,
            }).ToListAsync(cancel);
}
