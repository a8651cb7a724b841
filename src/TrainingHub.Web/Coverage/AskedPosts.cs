using TrainingHub.People;
using TrainingHub.Time;

namespace TrainingHub.Coverage;

/// <summary>The posts of which an organization has to say something: those that a target asks of it whose cut-off day has not passed.</summary>
public sealed class AskedPosts(CountingFacts facts, DayClock clock)
{
    public async Task<CorePosition> OfAsync(Guid organizationId, CancellationToken cancel)
    {
        var terms = await facts.TermsAsync(clock.Today, cancel);
        var counting = await facts.CountingAsync(terms, [organizationId], cancel);
        return terms.Targets.Where(target => target.Rule.CutOffDay >= terms.Today && counting.IsPopulation(target, organizationId))
            .Aggregate(CorePosition.None, (posts, target) => posts | target.Rule.Positions);
    }
}
