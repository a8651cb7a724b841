using TrainingHub.Account;
using TrainingHub.Courses;

namespace TrainingHub.Contests;

/// <summary>Keeps contests from telling the keys of papers.</summary>
public sealed class PlayerPapers(ContestRooms rooms, WithheldQuestions withheld, CurrentPerson current)
{
    /// <summary>Whether the contest would tell a key of a paper that who is signed in is answering or is going to answer; never when nobody is.</summary>
    public async Task<bool> AreAtRiskAsync(Guid contestId, CancellationToken cancel)
    {
        if (!current.IsSignedIn)
        {
            return false;
        }

        var names = await withheld.OnPapersAsync(current.Id, cancel);
        return names.Count > 0 && await rooms.FindAsync(contestId, cancel) is { } room && room.Cards.Any(card => names.Contains((card.Source, card.Question.Prompt.Id)));
    }
}
