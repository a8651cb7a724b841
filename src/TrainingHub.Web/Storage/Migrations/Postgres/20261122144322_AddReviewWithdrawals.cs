using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TrainingHub.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class AddReviewWithdrawals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_BasisReviews_CourseSlug_Subject_Under",
                table: "BasisReviews");

            migrationBuilder.CreateTable(
                name: "BasisReviewWithdrawals",
                columns: table => new
                {
                    ReviewId = table.Column<Guid>(type: "uuid", nullable: false),
                    WithdrawnAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    WithdrawnBy = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BasisReviewWithdrawals", x => x.ReviewId);
                    table.ForeignKey(
                        name: "FK_BasisReviewWithdrawals_BasisReviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "BasisReviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BasisReviews_CourseSlug_Subject_Under",
                table: "BasisReviews",
                columns: new[] { "CourseSlug", "Subject", "Under" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BasisReviewWithdrawals");

            migrationBuilder.DropIndex(
                name: "IX_BasisReviews_CourseSlug_Subject_Under",
                table: "BasisReviews");

            migrationBuilder.CreateIndex(
                name: "IX_BasisReviews_CourseSlug_Subject_Under",
                table: "BasisReviews",
                columns: new[] { "CourseSlug", "Subject", "Under" },
                unique: true);
        }
    }
}
