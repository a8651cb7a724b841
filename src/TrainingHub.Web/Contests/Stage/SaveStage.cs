using TrainingHub.Storage;

namespace TrainingHub.Contests.Stage;

/// <summary>Agrees on a contest on a stage and draws its questions; teams that have no key get one.</summary>
public sealed class SaveStage(SaveContest save)
{
    /// <param name="owner">The unit that holds it, within reach.</param>
    /// <param name="contestId">Null for a new one.</param>
    /// <param name="input">Sound in shape.</param>
    /// <param name="terms">Sound.</param>
    /// <param name="plan">Sound.</param>
    /// <param name="cancel">Ends it.</param>
    internal Task<ContestSaved> RunAsync(Guid owner, Guid? contestId, StageInput input, StageTerms terms, ContestPlan plan, CancellationToken cancel)
    {
        var keyed = terms with { Teams = [.. terms.Teams.Select(team => team.Key.Length > 0 ? team : team with { Key = Ids.Code(StageTeam.KeyLength) })] };
        return save.RunAsync(owner, contestId, input.Title, input.Version, plan, terms.RiskQuestions, (contest, drawn, questions) =>
        {
            var agreed = keyed with { Pools = drawn.Pools };
            contest.Agree(input.Title, agreed, StageTermsJson.Write(agreed), ContestPlanJson.Write(drawn), questions);
            contest.Give(input.Prizes, input.Credit, input.CreditDomain);
        }, cancel);
    }
}
