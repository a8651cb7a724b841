using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Razor;
using Microsoft.Extensions.WebEncoders;

namespace TrainingHub.Hosting;

/// <summary>What every request passes through: errors, security headers, language, sign-in, anti-forgery.</summary>
internal static class HostingFeature
{
    private static readonly string[] Languages = ["zh-Hans", "en"];

    extension(WebApplicationBuilder builder)
    {
        public void AddHosting()
        {
            var services = builder.Services;
            builder.WebHost.ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = 60 * 1024 * 1024;
            });
            services.AddLocalization();
            services.AddControllersWithViews(mvc =>
                {
                    mvc.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
                    mvc.Filters.Add(new WeChatDownloads());
                })
                .AddViewLocalization()
                .AddDataAnnotationsLocalization(annotations => annotations.DataAnnotationLocalizerProvider = FolderText.Localizer);
            services.Configure<RazorViewEngineOptions>(razor => razor.ViewLocationExpanders.Add(new FolderViews()));
            services.AddAntiforgery(antiforgery =>
            {
                antiforgery.HeaderName = "X-Csrf-Token";
                antiforgery.Cookie.Name = "th-form";
                antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            });
            // The default encoder writes Chinese as numbers: pages three times the size.
            services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
            services.Configure<RequestLocalizationOptions>(localization =>
            {
                localization.SetDefaultCulture(Languages[0]).AddSupportedCultures(Languages).AddSupportedUICultures(Languages);
                localization.RequestCultureProviders =
                    [new CookieRequestCultureProvider { CookieName = "th-language" }, new AcceptLanguageHeaderRequestCultureProvider()];
            });
            services.Configure<ForwardedHeadersOptions>(forwarded =>
                forwarded.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
            services.AddSingleton<PublicAddress>();
            services.AddSingleton<PrintedFiles>();
            services.AddHostedService<FreshStatistics>();
            services.AddCompressedPages();
            services.AddHealthChecks().AddCheck<DatabaseHealth>("database");
        }
    }

    extension(WebApplication app)
    {
        public void UseHosting()
        {
            app.UseForwardedHeaders();
            app.UseMiddleware<SecurityHeaders>();
            app.UseCompressedPages();
            app.UseRequestLocalization();
            app.UseExceptionHandler("/error/500");
            app.UseStatusCodePagesWithReExecute("/error/{0}");
            app.UseRouting();
            // Only pages that ask for it are limited; before sign-in, so that a refused request costs no query.
            app.UseRateLimiter();
            app.UseAuthentication();
            app.UseAuthorization();
            app.MapHealthChecks("/health").AllowAnonymous();
            // Without it the policy that denies by default would answer an address that does not exist with a sign-in, or 403.
            app.MapFallback("{**path}", context =>
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }).AllowAnonymous();
        }
    }
}
