using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using TrainingHub.People;
using TrainingHub.Storage;

namespace TrainingHub.Account;

internal static class AccountFeature
{
    extension(WebApplicationBuilder builder)
    {
        public void AddAccounts()
        {
            var services = builder.Services;
            services.AddHttpContextAccessor();
            services.AddSingleton<PersonReads>();
            services.AddScoped<CurrentPerson>();
            services.AddScoped<Scope>();
            services.AddSingleton<FailureLimiter>();
            services.AddSingleton(_ => new PasswordQueue());
            services.AddSingleton<KnownBrowsers>();
            services.AddSingleton<KnownStamps>();
            services.AddScoped<FindAccount>();
            services.AddScoped<IssueSlips>();
            services.AddScoped<BeginInstallation>();
            services.AddSingleton<Installation>();
            services.AddScoped<ActivateAccount>();
            services.AddScoped<OwnAccountQuery>();
            // A new password ends the other sessions within a minute, not half an hour.
            services.Configure<SecurityStampValidatorOptions>(stamp => stamp.ValidationInterval = TimeSpan.FromMinutes(1));
            services.AddIdentityCore<UserAccount>(identity =>
            {
                identity.Password.RequiredLength = 8;
                identity.Password.RequireNonAlphanumeric = false;
                identity.Password.RequireUppercase = false;
                identity.Password.RequireLowercase = true;
                identity.Password.RequireDigit = true;
                identity.Lockout.MaxFailedAccessAttempts = 8;
                identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
                identity.User.AllowedUserNameCharacters = "0123456789abcdef-";
            })
                .AddEntityFrameworkStores<Db>()
                .AddSignInManager()
                .AddDefaultTokenProviders()
                .AddClaimsPrincipalFactory<PersonClaims>();
            services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies(cookies =>
                cookies.ApplicationCookie!.Configure(cookie =>
                {
                    cookie.Cookie.Name = "th-session";
                    cookie.Cookie.HttpOnly = true;
                    cookie.Cookie.SameSite = SameSiteMode.Lax;
                    cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
                    cookie.SlidingExpiration = true;
                    cookie.LoginPath = "/account/session";
                    cookie.ReturnUrlParameter = "returnTo";
                    cookie.Events.OnValidatePrincipal = ValidateWhenDueAsync;
                    cookie.Events.OnRedirectToAccessDenied = context =>
                    {
                        context.Response.StatusCode = StatusCodes.Status403Forbidden;
                        return Task.CompletedTask;
                    };
                    cookie.Events.OnRedirectToLogin = context =>
                    {
                        if (HttpMethods.IsGet(context.Request.Method))
                        {
                            context.Response.Redirect(context.RedirectUri);
                        }
                        else
                        {
                            // A script that saves an answer has to learn that it must ask for a sign-in, not follow to a page.
                            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                        }

                        return Task.CompletedTask;
                    };
                }));
            services.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, cookie => cookie.TicketDataFormat = new KnownTickets(cookie.TicketDataFormat));
            services.AddSingleton<IAuthorizationHandler, CapabilityHandler>();
            services.AddSingleton<IAuthorizationMiddlewareResultHandler, HideWhatIsForbidden>();
            services.AddAuthorization(authorization =>
            {
                authorization.AddPolicy(RequireAttribute.SignedIn, policy => policy.RequireAuthenticatedUser());
                foreach (var capability in Enum.GetValues<Capability>())
                {
                    authorization.AddPolicy(RequireAttribute.PolicyOf(capability), policy =>
                        policy.RequireAuthenticatedUser().AddRequirements(new CapabilityRequirement(capability)));
                }

                // Deny by default: an action that names nobody is for nobody.
                authorization.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAssertion(_ => false).Build();
            });
        }
    }

    // The framework's validator ends a session whose stamp is another.
    private static async Task ValidateWhenDueAsync(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var interval = services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval;
        var isDue = context.Properties.IssuedUtc is not { } issued || services.GetRequiredService<TimeProvider>().GetUtcNow() - issued > interval;
        if (isDue && !(context.Principal is { } user && await services.GetRequiredService<KnownStamps>().IsCurrentAsync(context.HttpContext, user)))
        {
            await SecurityStampValidator.ValidatePrincipalAsync(context);
        }
    }
}
