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
    public async Task<IActionResult> New(string code, int page, CancellationToken cancel) =>
        await FindAsync(code, cancel) is { } organization ? await FormAsync(organization, page, cancel) : NotFound();

    /// <summary>Answers with the slips themselves instead of a redirect: their codes exist nowhere else.</summary>
    [HttpPost, Require(Capability.ManageAccounts)]
    public async Task<IActionResult> Create(string code, bool everybody, IReadOnlyList<Guid> people, CancellationToken cancel)
    {
        if (await FindAsync(code, cancel) is not { } organization)
        {
            return NotFound();
        }

        var slips = everybody || people.Count > 0 ? await issue.RunAsync(organization, everybody ? null : people, cancel) : [];
        if (slips.Count == 0)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            ModelState.AddModelError("people", text["Slips_Nobody"]);
            return await FormAsync(organization, 1, cancel);
        }

        Response.Headers.CacheControl = "no-store";
        return View("SlipsShow", new SlipsPrint(organization.Code, organization.Name, address.Of("account/activation"), slips));
    }

    private Task<Organization?> FindAsync(string code, CancellationToken cancel) => one.FindAsync(code, Capability.ManageAccounts, cancel);

    private async Task<IActionResult> FormAsync(Organization organization, int page, CancellationToken cancel)
    {
        var (id, now, today) = (organization.Id, clock.Now, clock.Today);
        var eligible = issue.Eligible(id);
        var people = db.People.Where(p => db.Memberships.Any(m => m.PersonId == p.Id && m.OrganizationId == id && m.SupersededAt == null && m.Until >= today));
        var pages = Pages.Of(page, await people.CountAsync(cancel));
        var rows = await people.OrderBy(p => p.NormalizedName).ThenBy(p => p.Id).Skip((pages.Page - 1) * Pages.Size).Take(Pages.Size)
            .Select(p => new SlipRow(
                p.Id, p.Name, p.StaffNumber, db.Users.Any(u => u.PersonId == p.Id), eligible.Any(e => e.Id == p.Id), p.Phone != null,
                db.ActivationSlips.Where(s => s.PersonId == p.Id && s.UsedAt == null && s.CancelledAt == null && s.ExpiresAt >= now)
                    .OrderByDescending(s => s.IssuedAt).Select(s => (DateTime?)s.IssuedAt).FirstOrDefault())).ToListAsync(cancel);
        return View("SlipsNew", new SlipsPage(
            organization.Code, organization.Name, rows, pages,
            await eligible.CountAsync(p => !db.Users.Any(u => u.PersonId == p.Id), cancel), await people.CountAsync(p => p.Phone == null, cancel)));
    }
}
