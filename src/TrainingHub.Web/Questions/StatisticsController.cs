using Microsoft.AspNetCore.Mvc;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Questions;

/// <summary>题目统计: questions to look at, and one with all its figures.</summary>
[Route("questions/statistics"), Require(Capability.ManageCourses)]
public sealed class StatisticsController(StatisticsQuery statistics) : Controller
{
    [HttpGet]
    public async Task<IActionResult> Index(StatisticsFilter filter, CancellationToken cancel) => View(await statistics.ListAsync(filter, cancel));

    [HttpGet("{hash:length(64)}")]
    public async Task<IActionResult> Show(string hash, CancellationToken cancel) =>
        await statistics.FindAsync(hash, cancel) is { } found ? View(new StatisticsShowPage(found.Row, found.Version)) : NotFound();
}
