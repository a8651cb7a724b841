using Microsoft.EntityFrameworkCore;
using TrainingHub.Account;
using TrainingHub.People;
using TrainingHub.Programmes;
using TrainingHub.Questions;
using TrainingHub.Quizzes.Arranged;
using TrainingHub.Storage;

namespace TrainingHub.Contests;

/// <summary>What the form of a contest offers.</summary>
public sealed class ContestForms(Db db, Scope scope, SettingsQuery settings, QuestionShelf questionShelf)
{
    /// <param name="input">What it shows.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<ContestForm> NewAsync(ContestInput input, CancellationToken cancel)
    {
        var owners = await settings.OwnersAsync(cancel);
        var owner = await OwnerAsync(input.Organization ?? (owners.Count > 0 ? owners[0].Code : null), cancel);
        return new ContestForm(null, input, owners, owner is { } id ? await settings.CoursesAsync(id, cancel) : [], []);
    }

    public async Task<ContestForm> OfAsync(Contest contest, ContestInput? input, CancellationToken cancel)
    {
        var hashes = await db.ContestItems.AsNoTracking().Where(item => item.ContestId == contest.Id).OrderBy(item => item.Number).Select(item => item.QuestionHash).ToListAsync(cancel);
        var prompts = await questionShelf.PromptsAsync(hashes, cancel);
        return new ContestForm(contest.Code, input ?? ContestInput.Of(contest), [], await settings.CoursesAsync(contest.OrganizationId, cancel), hashes.ConvertAll(hash => BankContent.TitleOf(prompts[hash])));
    }

    /// <summary>What is wrong with the terms beside their shape; the key of the field and of what is said.</summary>
    /// <param name="input">What was sent.</param>
    /// <param name="plan">Of it.</param>
    /// <param name="owner">The unit that holds it, within reach; null: none was named.</param>
    /// <param name="before">Minutes that stand there now; 0 for a new one.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<(string Field, string Key)>> FaultsAsync(ContestInput input, ContestPlan plan, Guid? owner, int before, CancellationToken cancel)
    {
        List<(string Field, string Key)> faults = [];
        if (!plan.IsSound)
        {
            faults.Add((nameof(input.Courses), "Bad_Plan"));
        }

        if (!input.HasClasses)
        {
            faults.Add((nameof(input.Teams), "Bad_Classes"));
        }

        faults.AddRange(await FaultsAsync(input, owner, before, cancel));
        return faults;
    }

    /// <summary>What is wrong with the hours that it gives.</summary>
    /// <param name="input">What was sent.</param>
    /// <param name="owner">The unit that holds it, within reach; null: none was named.</param>
    /// <param name="before">Minutes that stand there now; 0 for a new one.</param>
    /// <param name="cancel">Ends the reading.</param>
    public async Task<IReadOnlyList<(string Field, string Key)>> FaultsAsync(ContestBasics input, Guid? owner, int before, CancellationToken cancel)
    {
        List<(string Field, string Key)> faults = [];
        if (!Enum.IsDefined(input.CreditDomain) || input.CreditDomain is ExpertDomain.All)
        {
            faults.Add((nameof(input.CreditDomain), "Range_Credit"));
        }

        // Hours are given by who may enter them for a session.
        if (input.Credit != before && input.Credit > 0 && owner is { } id && !await scope.Organizations(Capability.ManageSessions).ContainsAsync(id, cancel))
        {
            faults.Add((nameof(input.CreditMinutes), "Refusal_Credit"));
        }

        return faults;
    }

    /// <summary>Null when the unit is out of reach.</summary>
    public Task<Guid?> OwnerAsync(string? code, CancellationToken cancel)
    {
        var (wanted, reach) = (BankWords.Line(code).ToUpperInvariant(), scope.Organizations(Capability.ManageQuizzes));
        return db.Organizations.Where(unit => unit.Code == wanted && reach.Contains(unit.Id)).Select(unit => (Guid?)unit.Id).SingleOrDefaultAsync(cancel);
    }
}
