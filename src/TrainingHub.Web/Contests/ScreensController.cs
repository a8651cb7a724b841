using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.Contests.Stage;
using TrainingHub.People;

namespace TrainingHub.Contests;

/// <summary>The page for the projector.</summary>
[Route("contests/{code}/screen"), Require(Capability.ManageQuizzes)]
public sealed class ScreensController(FindContest find, ContestRooms rooms, ContestClock time) : Controller
{
    [HttpGet, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Show(string code, CancellationToken cancel) => await FactsAsync(code, cancel) switch
    {
        null => NotFound(),
        { Room.IsStage: true } facts => View(StageHosts.Screen, StageFacts.Of(facts.Room, time.Now)),
        var facts => View(facts),
    };

    /// <summary>What changes, for a page that stays open.</summary>
    [HttpGet("now"), ResponseCache(NoStore = true)]
    public async Task<IActionResult> Now(string code, CancellationToken cancel) => await FactsAsync(code, cancel) switch
    {
        null => NotFound(),
        { Room.IsStage: true } facts => PartialView(StageHosts.ScreenPart, StageFacts.Of(facts.Room, time.Now)),
        var facts => PartialView("_Screen", facts),
    };

    private async Task<HallFacts?> FactsAsync(string code, CancellationToken cancel) =>
        await find.HeldAsync(code, cancel) is { } contest && await rooms.FindAsync(contest.Id, cancel) is { } room ? HallFacts.Of(room, time.Now) : null;
}
