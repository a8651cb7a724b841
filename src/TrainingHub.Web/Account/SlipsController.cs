using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using TrainingHub.Hosting;
using TrainingHub.Organizations;
using TrainingHub.People;
using TrainingHub.Storage;
using TrainingHub.Time;

namespace TrainingHub.Account;

/// <summary>激活单: printed once, with codes that are kept nowhere.</summary>
[Route("organizations/{code}/slips")]
public sealed class SlipsController(
    Db db, OrganizationQuery one, IssueSlips issue, PublicAddress address, DayClock clock, IStringLocalizer<AccountText> text) : Controller
{
    [HttpGet, Require(Capability.ManageAccounts)]
    public async Task<IActionResult> New(string code, string? q, string? sort, int page, CancellationToken cancel) =>
        await FindAsync(code, cancel) is { } organization ? await FormAsync(organization, q, sort, page, cancel) : NotFound();

    /// <summary>Answers with the slips themselves instead of a redirect: their codes exist nowhere else.</summary>
    [HttpPost, Require(Capability.ManageAccounts)]
    public async Task<IActionResult> Create(string code, bool everybody, Guid? after, IReadOnlyList<Guid> people, CancellationToken cancel)
    {
        if (await FindAsync(code, cancel) is not { } organization)
        {
            return NotFound();
        }

        var issued = everybody ? await issue.RunForEverybodyAsync(organization, after, cancel) : await issue.RunAsync(organization, people, cancel);
        if (issued.Slips.Count == 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.AddModelError("people", text["Slips_Nobody"]);
            return await FormAsync(organization, null, null, 1, cancel);
        }

        Response.Headers.CacheControl = "no-store";
        return View("SlipsShow", new SlipsPrint(organization.Code, organization.Name, address.Of("account/activation"), issued));
    }

    private Task<Organization?> FindAsync(string code, CancellationToken cancel) => one.FindAsync(code, Capability.ManageAccounts, cancel);

    private async Task<IActionResult> FormAsync(Organization organization, string? q, string? sort, int page, CancellationToken cancel)
    {
        var (id, now, today) = (organization.Id, clock.Now, clock.Today);
        var eligible = issue.Eligible(id);
        var mayGet = eligible.Select(p => p.Id);
        var inPost = issue.InPost(id, today);
        var people = db.People.Where(p => inPost.Contains(p.Id));
        var (looked, folded) = (q?.Trim() ?? "", NameFolding.Fold(q ?? ""));
        var found = folded.Length > 0 ? people.Where(p => p.NormalizedName.Contains(folded)) : people;
        var (pages, order) = (Pages.Of(page, await found.CountAsync(cancel)), Sorting.Of(sort, SlipSort.Name));
        var lines = found.Select(p => new Line
        {
            Person = p,
            HasAccount = db.Users.Any(u => u.PersonId == p.Id),
            IssuedAt = db.ActivationSlips.Where(s => s.PersonId == p.Id && s.UsedAt == null && s.CancelledAt == null && s.ExpiresAt >= now)
                .OrderByDescending(s => s.IssuedAt).Select(s => (DateTime?)s.IssuedAt).FirstOrDefault(),
        });
        var rows = await InOrder(lines, order).ThenBy(line => line.Person.NormalizedName).ThenBy(line => line.Person.Id)
            .Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size).Select(line => new SlipRow(
                line.Person.Id, line.Person.Name, line.Person.StaffNumber, line.HasAccount, mayGet.Contains(line.Person.Id), line.Person.Phone != null,
                line.IssuedAt)).ToListAsync(cancel);
        return View("SlipsNew", new SlipsPage(
            organization.Code, organization.Name, looked, rows, pages, order,
            await eligible.CountAsync(p => !db.Users.Any(u => u.PersonId == p.Id), cancel), await people.CountAsync(p => p.Phone == null, cancel)));
    }

    private static IOrderedQueryable<Line> InOrder(IQueryable<Line> lines, (SlipSort Column, bool IsDown) order) => order switch
    {
        (SlipSort.StaffNumber, var isDown) => lines.OrderBy(line => line.Person.StaffNumber, isDown),
        (SlipSort.Account, var isDown) => lines.OrderBy(line => line.HasAccount, isDown),
        (SlipSort.Issued, var isDown) => lines.OrderBy(line => line.IssuedAt, isDown),
        (_, var isDown) => lines.OrderBy(line => line.Person.NormalizedName, isDown),
    };

    private sealed class Line
    {
        public required Person Person { get; init; }
        public required bool HasAccount { get; init; }
        public required DateTime? IssuedAt { get; init; }
    }
}
