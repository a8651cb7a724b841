using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using TrainingHub.Account;
using TrainingHub.People;

namespace TrainingHub.Contests.Stage;

/// <summary>Who sits in the teams of a draft: people of the unit by staff number, guests by name.</summary>
[Route("contests/{code}/stage/members"), Require(Capability.ManageQuizzes)]
public sealed class StageMembersController(FindContest find, StageMembersQuery members, NameMembers name, IStringLocalizer<StageText> text) : Controller
{
    [HttpGet, ResponseCache(NoStore = true)]
    public async Task<IActionResult> Edit(string code, CancellationToken cancel) => await find.HeldAsync(code, cancel) switch
    {
        null or { IsStage: false } => NotFound(),
        { MayBeChanged: false } => Redirect($"/contests/{code}/host"),
        var contest => View("StageMembersEdit", await members.RunAsync(contest, null, cancel)),
    };

    [HttpPost]
    public async Task<IActionResult> Update(string code, StageMembersInput input, CancellationToken cancel)
    {
        if (await find.HeldAsync(code, cancel) is not { Stage: { } stage } contest)
        {
            return NotFound();
        }

        var named = await ReadAsync(contest.Id, StageTermsJson.Read(stage), input, cancel);
        if (ModelState.IsValid)
        {
            if (await name.RunAsync(contest.Id, input.Version, named, cancel))
            {
                return Redirect($"/contests/{code}/stage/settings");
            }

            // The second of two is told, and sees what stands now.
            Response.StatusCode = StatusCodes.Status409Conflict;
            ModelState.Clear();
            ModelState.AddModelError("", text["Refusal_Changed"]);
            var now = await find.HeldAsync(code, cancel) ?? throw new InvalidOperationException("A contest is never deleted.");
            return View("StageMembersEdit", await members.RunAsync(now, null, cancel));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return View("StageMembersEdit", await members.RunAsync(contest, input, cancel));
    }

    /// <summary>Who was named; what cannot be read stands in the model state.</summary>
    private async Task<List<(string Team, int Number, Guid? PersonId, string? GuestName)>> ReadAsync(Guid contestId, StageTerms terms, StageMembersInput input, CancellationToken cancel)
    {
        var people = await members.PeopleAsync([.. input.Members.SelectMany(place => place.Who is { } who ? new[] { who, who.ToUpperInvariant() } : []).Distinct(StringComparer.Ordinal)], cancel);
        var stored = await members.StoredAsync(contestId, cancel);
        var (named, seated) = (new List<(string Team, int Number, Guid? PersonId, string? GuestName)>(), new HashSet<Guid>());
        foreach (var (at, place) in input.Members.Index())
        {
            var known = KeptOf(place) ?? (place.Who is { } who ? people.TryGetValue(who, out var typed) || people.TryGetValue(who.ToUpperInvariant(), out typed) ? typed : (Guid?)null : null);
            if (place.Who is null && known is null)
            {
                continue;
            }

            var field = $"Members[{at}].Who";
            if (place.Team is not { } key || !terms.Teams.Any(team => string.Equals(team.Key, key, StringComparison.Ordinal) && place.Number >= 1 && place.Number <= team.Members)
                || named.Exists(one => string.Equals(one.Team, key, StringComparison.Ordinal) && one.Number == place.Number))
            {
                ModelState.AddModelError(field, text["Bad_Place"]);
            }
            else if (known is { } person)
            {
                if (!seated.Add(person))
                {
                    ModelState.AddModelError(field, text["Bad_Twice", place.Who ?? ""]);
                }

                named.Add((key, place.Number, person, null));
            }
            else if (place.IsStaffNumber)
            {
                ModelState.AddModelError(field, text["Bad_StaffNumber", place.Who ?? ""]);
                named.Add((key, place.Number, null, null));
            }
            else if (ContestNames.Clean(place.Who, StageMember.LongestName) is { } guest)
            {
                named.Add((key, place.Number, null, guest));
            }
            else
            {
                ModelState.AddModelError(field, text["Bad_Guest"]);
            }
        }

        return named;

        // Who sits there already stays, also without a number and after leaving, as long as the field says what it said.
        Guid? KeptOf(StageMembersInput.Place place) => stored.Find(one =>
            one.PersonId is not null && one.Number == place.Number && string.Equals(one.TeamKey, place.Team, StringComparison.Ordinal)
            && string.Equals(StageMembersInput.Place.Tidy(one.Who), place.Who, StringComparison.Ordinal))?.PersonId;
    }
}
