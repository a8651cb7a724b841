using TrainingHub.Notices;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Contests.Stage;

/// <summary>Tells the named members of a stage that it is over and where its ranking stands, in the transaction that ends it: most of them have no device of the team.</summary>
public sealed class TellMembers(Db db, Notify notify, DayClock clock)
{
    /// <param name="contest">On a stage, and over.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task RunAsync(Contest contest, CancellationToken cancel)
    {
        if (contest is not { Stage: { } stage, FinishedAt: { } finished })
        {
            return;
        }

        var teams = StageTermsJson.Read(stage).Teams;
        await notify.RunAsync(
            [
                .. (await db.StagePeopleAsync(contest, cancel)).Select(member =>
                    new NoticeDraft(member.PersonId, NoticeKind.ContestOver, $"contest:{contest.Id:N}", $"/contests/{contest.Code}") { About = contest.Title, Day = clock.DayOf(finished), Detail = teams[member.Team - 1].Name }),
            ],
            cancel);
    }
}
